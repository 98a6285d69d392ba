package io.github.extendclient.deletion;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal: ID, outcome, time and, if there is one, the reason, with tabs between.
 *
 * @param id as {@link IdText#shown} gives it
 * @param outcome what became of it
 */
record JournalLine(String id, Outcome outcome) {
  static String of(Result result, Instant now) {
    String line =
        result.id() + '\t' + result.outcome().word() + '\t' + now.truncatedTo(ChronoUnit.SECONDS);
    return result.reason().isEmpty() ? line + '\n' : line + '\t' + result.reason() + '\n';
  }

  /**
   * Reads a line.
   *
   * @param bytes holds the line without its end from the first byte on
   * @return null if it is damaged
   */
  static @Nullable JournalLine parse(byte[] bytes, int length) {
    String[] fields = new String(bytes, 0, length, StandardCharsets.UTF_8).split("\t", -1);
    if (fields.length < 3 || fields[0].isEmpty()) {
      return null;
    }
    Outcome outcome = Outcome.ofWord(fields[1]);
    return outcome == null ? null : new JournalLine(fields[0], outcome);
  }
}
