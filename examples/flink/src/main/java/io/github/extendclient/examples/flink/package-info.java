/** Documents parsed by a job of Apache Flink: start at {@link ParseJob}. */
@NullMarked
package io.github.extendclient.examples.flink;

import org.jspecify.annotations.NullMarked;
