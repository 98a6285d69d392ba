package io.github.extendclient.internal.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal, with tabs between its fields.
 *
 * @param key what it is about, without tabs and line breaks
 * @param word what became of it
 * @param time when
 * @param detail what else is to be known, without tabs and line breaks; empty for nothing
 */
public record JournalLine(String key, String word, Instant time, String detail) {
  private static final int FEWEST_FIELDS = 3;

  /** {@return the line with its end} */
  public String text() {
    String line = key + '\t' + word + '\t' + time;
    return detail.isEmpty() ? line + '\n' : line + '\t' + detail + '\n';
  }

  /**
   * Reads a line.
   *
   * @param bytes holds the line without its end from the first byte on
   * @param length how many bytes are the line
   * @return null if it is damaged
   */
  static @Nullable JournalLine parse(byte[] bytes, int length) {
    String[] fields = new String(bytes, 0, length, StandardCharsets.UTF_8).split("\t", -1);
    if (fields.length < FEWEST_FIELDS || fields[0].isEmpty()) {
      return null;
    }
    try {
      String detail = fields.length > FEWEST_FIELDS ? fields[FEWEST_FIELDS] : "";
      return new JournalLine(fields[0], fields[1], Instant.parse(fields[2]), detail);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
