/** The machine that is measured on, and whether it was left alone. */
@NullMarked
package io.github.extendclient.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
