/** How generation and compilation grow with the specification. */
@NullMarked
package io.github.extendclient.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
