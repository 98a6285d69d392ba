package io.github.extendclient.deletion;

/**
 * No operation deletes an ID.
 *
 * @param reason a sentence for people
 */
record Refusal(String reason) implements Routing {}
