package io.github.extendclient.internal.journal;

/**
 * The format of the journals of one purpose.
 *
 * @param header the first line, with the version of the format
 * @param name for messages, such as {@code journal of deletions}
 * @param user the kind of its users, such as {@code job}
 * @param lossOfALine the effect of a damaged line, as the end of a sentence
 */
public record JournalFormat(String header, String name, String user, String lossOfALine) {}
