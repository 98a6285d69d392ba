@NullMarked
package io.github.extendclient.examples.retention;

import org.jspecify.annotations.NullMarked;
