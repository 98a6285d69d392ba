package io.github.extendclient.deletion;

/** Where an ID goes. */
sealed interface Routing permits Route, Refusal {}
