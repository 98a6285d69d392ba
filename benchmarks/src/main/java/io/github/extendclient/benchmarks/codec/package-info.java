/** The libraries that are measured, behind one interface. */
@NullMarked
package io.github.extendclient.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
