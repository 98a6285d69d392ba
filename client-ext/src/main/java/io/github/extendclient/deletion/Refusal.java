package io.github.extendclient.deletion;

/**
 * The ID has no delete operation.
 *
 * @param reason a sentence for people
 */
record Refusal(String reason) implements Routing {}
