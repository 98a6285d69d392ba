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

  // Longer than any line that is written: a key of 1,000 characters and a reason of 600, each of up
  // to 3 bytes.
  private static final int LONGEST_LINE = 8192;

  private final Path path;
  private final JournalFormat format;
  private final InputStream in;
  private final byte[] line = new byte[LONGEST_LINE];
  private int length;
  private long position;
  private long wholeLines;

  /** A reader of a file; {@code in} is buffered and stands at its beginning. */
  JournalReader(Path path, JournalFormat format, InputStream in) {
    this.path = path;
    this.format = format;
    this.in = in;
  }

  /**
   * Reads it all.
   *
   * @param lines takes the lines that are not damaged
   * @return where the last whole line ends; what follows was torn by a sudden end and does not
   *     count; 0 if not even the header is whole
   * @throws IllegalArgumentException if the file is something else
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
          "{} lines of the journal {} are damaged and were passed over: {}.",
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

  /** Reads up to the next end of a line; false if the file ends before it. */
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
      // One above the limit is enough to know that it is too long.
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
