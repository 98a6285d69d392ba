package io.github.extendclient.internal.journal;

import io.github.extendclient.internal.log.Loggers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Reads a journal from its beginning, line by line, in constant memory. */
final class JournalReader {
  private static final Logger LOG = Loggers.named("io.github.extendclient.journals");

  // Longer than any valid line: a key of 1,000 characters and a reason of 600, each of up to 3
  // bytes.
  private static final int LONGEST_LINE = 8192;

  private final Path path;
  private final JournalFormat format;
  private final InputStream in;
  private final byte[] line = new byte[LONGEST_LINE];
  private int length;
  private long position;
  private long wholeLines;

  /** Creates a reader; {@code in} is buffered and at the beginning of the file. */
  JournalReader(Path path, JournalFormat format, InputStream in) {
    this.path = path;
    this.format = format;
    this.in = in;
  }

  /**
   * Reads the whole journal.
   *
   * @param lines receives the undamaged lines
   * @return the position after the last complete line, 0 if the header is incomplete; the rest was
   *     left by a crash and does not count
   * @throws IllegalArgumentException if the file is not such a journal
   */
  long read(JournalFile.LineSink lines) throws IOException {
    if (!readLine()) {
      requireTornHeader();
      return 0;
    }
    if (!text().equals(format.header())) {
      throw notAJournal();
    }
    long damaged = 0;
    while (readLine()) {
      JournalLine parsed = parsed();
      if (parsed == null || !lines.accept(parsed)) {
        damaged++;
      }
    }
    if (damaged > 0) {
      LOG.warn(
          "{} lines of the journal {} are damaged and were skipped: {}.",
          damaged,
          path,
          format.lossOfALine());
    }
    return wholeLines;
  }

  private String text() {
    return new String(line, 0, Math.min(length, LONGEST_LINE), StandardCharsets.UTF_8);
  }

  private @Nullable JournalLine parsed() {
    return length > LONGEST_LINE ? null : JournalLine.parse(line, length);
  }

  /** Reads a line; returns false if the file ends before its line break. */
  private boolean readLine() throws IOException {
    length = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      position++;
      if (b == '\n') {
        wholeLines = position;
        return true;
      }
      if (length < LONGEST_LINE) {
        line[length] = (byte) b;
      }
      // One byte above the limit shows that the line is too long.
      length = Math.min(length + 1, LONGEST_LINE + 1);
    }
    return false;
  }

  private void requireTornHeader() {
    if (!format.header().startsWith(text())) {
      throw notAJournal();
    }
  }

  private IllegalArgumentException notAJournal() {
    return new IllegalArgumentException(
        "The file "
            + path
            + " is not a "
            + format.name()
            + ": its first line is not \""
            + format.header()
            + "\". It was not changed. Name a journal, or a file that does not exist yet.");
  }
}
