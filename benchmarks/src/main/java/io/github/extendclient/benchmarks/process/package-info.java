/** Measurements of whole processes. */
@NullMarked
package io.github.extendclient.benchmarks.process;

import org.jspecify.annotations.NullMarked;
