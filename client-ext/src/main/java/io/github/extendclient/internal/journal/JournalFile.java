package io.github.extendclient.internal.journal;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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

/**
 * A journal that is open, and locked against other processes and other users in this one. Used by
 * one thread at a time.
 */
public final class JournalFile implements Closeable {
  // The shortest line: an ID of some 25 characters, a word and a time. For sizing only.
  private static final int BYTES_PER_LINE = 55;

  private final AppendOnlyFile file;

  private JournalFile(AppendOnlyFile file) {
    this.file = file;
  }

  /** Takes lines. */
  @FunctionalInterface
  public interface LineSink {
    /**
     * Takes the next line.
     *
     * @param line never damaged
     * @return false if its word is unknown, which counts as damage
     * @throws IOException if it cannot be kept
     */
    boolean accept(JournalLine line) throws IOException;
  }

  /**
   * Reads a journal without changing or locking it.
   *
   * @param path of a journal; if there is no file, there are no lines
   * @param format of the journal
   * @param lines takes its lines
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if the file is something else
   */
  public static void read(Path path, JournalFormat format, LineSink lines) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      new JournalReader(path, format, in).read(lines);
    }
  }

  /**
   * Opens a journal to continue, or begins one. A part of a line at the end is cut off.
   *
   * @param path of a journal, or of a file that does not exist
   * @param format of the journal
   * @param lines takes the lines that are there
   * @return positioned after the last whole line
   * @throws IOException if it cannot be read or written
   * @throws IllegalStateException if someone else has it open
   * @throws IllegalArgumentException if the file is something else
   */
  public static JournalFile open(Path path, JournalFormat format, LineSink lines)
      throws IOException {
    return open(path, format, lines, ChannelOpener.DISK);
  }

  /**
   * Opens a journal by a channel: see {@link #open(Path, JournalFormat, LineSink)}.
   *
   * @param path of a journal, or of a file that does not exist
   * @param format of the journal
   * @param lines takes the lines that are there
   * @param opener opens the file
   * @return positioned after the last whole line
   * @throws IOException if it cannot be read or written
   */
  public static JournalFile open(
      Path path, JournalFormat format, LineSink lines, ChannelOpener opener) throws IOException {
    FileChannel file = opener.open(path);
    try {
      lock(path, format, file);
      // Not closed, as that would close the channel.
      InputStream in = new BufferedInputStream(Channels.newInputStream(file));
      long end = new JournalReader(path, format, in).read(lines);
      AppendOnlyFile whole = new AppendOnlyFile(file, end);
      if (end == 0) {
        whole.append(List.of((format.header() + '\n').getBytes(StandardCharsets.UTF_8)));
        forceName(path);
      }
      return new JournalFile(whole);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * How many lines a journal has, roughly.
   *
   * @param path of a journal
   * @return 0 if there is none
   * @throws IOException if its size cannot be read
   */
  public static long estimatedLines(Path path) throws IOException {
    return Files.exists(path) ? Files.size(path) / BYTES_PER_LINE : 0;
  }

  /**
   * Adds lines; they are on the disk when this returns. If that fails, none of them counts, and the
   * next ones do not follow half a line.
   *
   * @param lines may be empty
   * @throws IOException if the disk does not take them
   */
  public void append(List<JournalLine> lines) throws IOException {
    file.append(lines.stream().map(line -> line.text().getBytes(StandardCharsets.UTF_8)).toList());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static void lock(Path path, JournalFormat format, FileChannel file) throws IOException {
    FileLock lock = tryLock(file);
    if (lock == null) {
      throw new IllegalStateException(
          "The journal "
              + path
              + " is in use by another "
              + format.user()
              + ": wait until that has ended, or name another file.");
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
