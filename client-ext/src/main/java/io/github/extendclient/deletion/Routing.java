package io.github.extendclient.deletion;

/** The operation for an ID, or the reason why there is none. */
sealed interface Routing permits Route, Refusal {}
