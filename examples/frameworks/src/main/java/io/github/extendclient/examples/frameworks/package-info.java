/** The client in programs that are built on frameworks. */
@NullMarked
package io.github.extendclient.examples.frameworks;

import org.jspecify.annotations.NullMarked;
