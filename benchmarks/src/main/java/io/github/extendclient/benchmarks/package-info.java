/** Measures the client: by JMH, and in whole processes. See {@code benchmarks/README.md}. */
@NullMarked
package io.github.extendclient.benchmarks;

import org.jspecify.annotations.NullMarked;
