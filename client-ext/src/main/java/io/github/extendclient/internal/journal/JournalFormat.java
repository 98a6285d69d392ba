package io.github.extendclient.internal.journal;

/**
 * What tells the journals of one purpose from others, and from files that are none.
 *
 * @param header the first line, with the version of the format
 * @param name for messages, such as {@code journal of deletions}
 * @param user what has a journal open, such as {@code sweep}
 * @param lossOfALine what a damaged line means, as the end of a sentence
 */
public record JournalFormat(String header, String name, String user, String lossOfALine) {}
