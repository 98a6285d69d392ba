/** What JMH runs. */
@NullMarked
package io.github.extendclient.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
