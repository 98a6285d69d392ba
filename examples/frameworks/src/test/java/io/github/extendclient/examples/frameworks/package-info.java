@NullMarked
package io.github.extendclient.examples.frameworks;

import org.jspecify.annotations.NullMarked;
