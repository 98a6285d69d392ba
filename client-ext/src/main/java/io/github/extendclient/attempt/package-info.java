/** What is told of every attempt of a call, for metrics and traces. */
@NullMarked
package io.github.extendclient.attempt;

import org.jspecify.annotations.NullMarked;
