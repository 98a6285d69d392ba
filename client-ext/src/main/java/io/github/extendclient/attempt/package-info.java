/** Attempts of calls, for metrics and traces. */
@NullMarked
package io.github.extendclient.attempt;

import org.jspecify.annotations.NullMarked;
