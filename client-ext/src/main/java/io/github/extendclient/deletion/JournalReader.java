package io.github.extendclient.deletion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a journal from its beginning, line by line, in constant memory. */
final class JournalReader {
  /** The first line of every journal, with the version of its format. */
  static final String HEADER = "extend-deletion-journal 1";

  private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);
  private static final byte[] HEADER_LINE = (HEADER + '\n').getBytes(StandardCharsets.UTF_8);

  // Longer than any line that is written: an ID of 255 characters and a reason of 600, each of up
  // to 3 bytes.
  private static final int LONGEST_LINE = 4096;

  private final Path path;
  private final InputStream in;
  private final byte[] line = new byte[LONGEST_LINE];
  private int length;
  private long position;
  private long wholeLines;

  /** A reader of a file; {@code in} is buffered and stands at its beginning. */
  JournalReader(Path path, InputStream in) {
    this.path = path;
    this.in = in;
  }

  /** Takes the IDs that need no further request. */
  @FunctionalInterface
  interface IdSink {
    void accept(String id) throws IOException;
  }

  /**
   * Reads it all.
   *
   * @param done takes the IDs that were deleted or gone
   * @return where the last whole line ends; what follows was torn by a sudden end and does not
   *     count; 0 if not even the header is whole
   * @throws IllegalArgumentException if the file is something else
   */
  long read(IdSink done) throws IOException {
    if (!readLine()) {
      requireTornHeader();
      return 0;
    }
    if (!new String(line, 0, length, StandardCharsets.UTF_8).equals(HEADER)) {
      throw notAJournal();
    }
    long damaged = 0;
    while (readLine()) {
      JournalLine parsed = parsed();
      if (parsed == null) {
        damaged++;
      } else if (parsed.outcome().isFinal()) {
        done.accept(parsed.id());
      }
    }
    if (damaged > 0) {
      LOG.warn(
          "{} lines of the journal {} are damaged and were passed over: their IDs count as not yet"
              + " deleted.",
          damaged,
          path);
    }
    return wholeLines;
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
    if (length >= HEADER_LINE.length) {
      throw notAJournal();
    }
    for (int i = 0; i < length; i++) {
      if (line[i] != HEADER_LINE[i]) {
        throw notAJournal();
      }
    }
  }

  private IllegalArgumentException notAJournal() {
    return new IllegalArgumentException(
        "The file "
            + path
            + " is not a journal of deletions: its first line is not \""
            + HEADER
            + "\". It was not changed. Name a journal, or a file that does not exist yet.");
  }
}
