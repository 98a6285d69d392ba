package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.Timeline;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file that knows what became of every ID, locked against a second sweep while it is open. */
final class Journal implements Closeable {
  // The shortest line: an ID of some 25 characters, an outcome and a time. For sizing only.
  private static final int BYTES_PER_LINE = 55;

  private final Timeline timeline;
  private final FileChannel file;

  private Journal(Timeline timeline, FileChannel file) {
    this.timeline = timeline;
    this.file = file;
  }

  /**
   * Reads a journal without changing or locking it.
   *
   * @param done takes the IDs that were deleted or gone; there are none if the file does not exist
   */
  static void read(Path path, JournalReader.IdSink done) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      new JournalReader(path, in).read(done);
    }
  }

  /**
   * Opens a journal to go on with, or begins one. A line that a sudden end has torn is cut off.
   *
   * @param done takes the IDs that were deleted or gone
   * @throws IllegalStateException if another sweep has it open
   * @throws IllegalArgumentException if the file is something else
   */
  static Journal open(Path path, Timeline timeline, JournalReader.IdSink done) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(path, file);
      // Not closed, as that would close the channel.
      long end =
          new JournalReader(path, new BufferedInputStream(Channels.newInputStream(file)))
              .read(done);
      file.truncate(end);
      file.position(end);
      Journal journal = new Journal(timeline, file);
      if (end == 0) {
        journal.write(JournalReader.HEADER + '\n');
        forceName(path);
      }
      return journal;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** How many lines a journal has, roughly; 0 if there is none. */
  static long estimatedLines(Path path) throws IOException {
    return Files.exists(path) ? Files.size(path) / BYTES_PER_LINE : 0;
  }

  /** Adds results; they are on the disk when this returns. */
  void append(List<Result> results) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Result result : results) {
      if (result.outcome().isWritten()) {
        lines.append(JournalLine.of(result, timeline.now()));
      }
    }
    if (lines.length() > 0) {
      write(lines.toString());
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(false);
  }

  private static void lock(Path path, FileChannel file) throws IOException {
    FileLock lock = tryLock(file);
    if (lock == null) {
      throw new IllegalStateException(
          "The journal "
              + path
              + " is in use by another sweep: wait until that has ended, or name another file.");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** A new file can vanish in a power failure unless its folder is on the disk, too. */
  private static void forceName(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      // Windows does not open folders and needs no such thing.
      return;
    }
  }
}
