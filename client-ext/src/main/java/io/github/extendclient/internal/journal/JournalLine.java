package io.github.extendclient.internal.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal, with fields separated by tabs.
 *
 * @param key the key of the entry, without tabs and line breaks
 * @param word the status
 * @param time the time of the entry
 * @param detail further data, without tabs and line breaks; possibly empty
 */
public record JournalLine(String key, String word, Instant time, String detail) {
  private static final int FEWEST_FIELDS = 3;

  /** {@return the line with its line break} */
  public String text() {
    String line = key + '\t' + word + '\t' + time;
    return detail.isEmpty() ? line + '\n' : line + '\t' + detail + '\n';
  }

  /**
   * Reads a line.
   *
   * @param bytes starts with the line, without its line break
   * @param length the length of the line in bytes
   * @return the line; null if it is damaged
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
