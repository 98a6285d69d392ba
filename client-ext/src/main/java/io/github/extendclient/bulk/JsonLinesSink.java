package io.github.extendclient.bulk;

import io.github.extendclient.internal.journal.AppendOnlyFile;
import io.github.extendclient.internal.journal.ChannelOpener;
import io.github.extendclient.internal.journal.GroupCommit;
import io.github.extendclient.internal.journal.KeySet;
import io.github.extendclient.runtime.JsonValue;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one line per result. Called by many workers at once; lines added while the disk is busy
 * are forced to disk together. An index of the keys prevents duplicates.
 */
final class JsonLinesSink implements ResultSink {
  private static final String START = "{\"key\":";
  // Longer than the longest start of a line: a key of 1,000 characters, each escaped.
  private static final int LONGEST_START = 8192;

  private record Line(String key, byte[] bytes) {}

  private final KeySet present;
  private final AppendOnlyFile file;
  private final GroupCommit<Line> commits = new GroupCommit<>(this::write);

  private JsonLinesSink(KeySet present, AppendOnlyFile file) {
    this.present = present;
    this.file = file;
  }

  static JsonLinesSink open(Path path, ChannelOpener opener) throws IOException {
    FileChannel file = opener.open(path);
    if (!AppendOnlyFile.tryLock(file)) {
      file.close();
      throw new IllegalStateException(
          "The file of results "
              + path
              + " is in use by another bulk processing: wait until that has ended, or name another"
              + " file.");
    }
    KeySet present = new KeySet(path.toAbsolutePath().getParent(), 0);
    try {
      return new JsonLinesSink(present, new AppendOnlyFile(file, readKeys(path, file, present)));
    } catch (IOException | RuntimeException e) {
      try (file) {
        present.close();
      }
      throw e;
    }
  }

  @Override
  public void write(BulkResult<?> result) throws IOException {
    String line =
        START
            + JsonValue.of(result.key()).json()
            + ",\"runId\":"
            + JsonValue.of(result.runId()).json()
            + ",\"status\":"
            + JsonValue.of(result.status()).json()
            + ",\"run\":"
            + result.json().json()
            + "}\n";
    commits.write(new Line(result.key(), line.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    try (file) {
      present.close();
    }
  }

  private void write(List<Line> lines) throws IOException {
    List<byte[]> added = new ArrayList<>();
    for (Line line : lines) {
      if (present.add(line.key())) {
        added.add(line.bytes());
      }
    }
    file.append(added);
  }

  /** Returns the position after the last complete line. */
  private static long readKeys(Path path, FileChannel file, KeySet present) throws IOException {
    InputStream in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    long position = 0;
    long end = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      position++;
      if (b == '\n') {
        end = position;
        present.add(keyOf(start.toString(StandardCharsets.UTF_8), path));
        start.reset();
      } else if (start.size() < LONGEST_START) {
        start.write(b);
      }
    }
    return end;
  }

  private static String keyOf(String line, Path path) {
    if (line.startsWith(START + '"')) {
      for (int i = START.length() + 1; i < line.length(); i++) {
        if (line.charAt(i) == '\\') {
          i++;
        } else if (line.charAt(i) == '"') {
          return JsonValue.ofJson(line.substring(START.length(), i + 1)).asString();
        }
      }
    }
    throw new IllegalArgumentException(
        "The file "
            + path
            + " has a line that is not a result of bulk processing. It was not changed. Name a file"
            + " of results, or one that does not exist yet.");
  }
}
