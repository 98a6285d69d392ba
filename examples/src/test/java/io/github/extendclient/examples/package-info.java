@NullMarked
package io.github.extendclient.examples;

import org.jspecify.annotations.NullMarked;
