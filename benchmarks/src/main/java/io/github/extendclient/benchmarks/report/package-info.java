/** Writes the results. */
@NullMarked
package io.github.extendclient.benchmarks.report;

import org.jspecify.annotations.NullMarked;
