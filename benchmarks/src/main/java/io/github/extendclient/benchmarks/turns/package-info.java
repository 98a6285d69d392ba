/** Compares what is alike: in turns within one JVM. */
@NullMarked
package io.github.extendclient.benchmarks.turns;

import org.jspecify.annotations.NullMarked;
