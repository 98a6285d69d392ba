/** The machine that is measured on, and what becomes of repeated measurements. */
@NullMarked
package io.github.extendclient.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
