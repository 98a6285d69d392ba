package io.github.extendclient.internal.journal;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * An open journal, locked against other processes and other users in this process. Used by one
 * thread at a time.
 */
public final class JournalFile implements Closeable {
  // The length of the shortest line: an ID of about 25 characters, a word and a time. For sizing
  // only.
  private static final int BYTES_PER_LINE = 55;

  private final AppendOnlyFile file;

  private JournalFile(AppendOnlyFile file) {
    this.file = file;
  }

  /** Receives lines. */
  @FunctionalInterface
  public interface LineSink {
    /**
     * Receives the next line.
     *
     * @param line an undamaged line
     * @return false if its word is unknown, which counts as damage
     * @throws IOException if it cannot be stored
     */
    boolean accept(JournalLine line) throws IOException;
  }

  /**
   * Reads a journal without changing or locking it.
   *
   * @param path the journal; an absent file has no lines
   * @param format the format
   * @param lines receives the lines
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the file is not such a journal
   */
  public static void read(Path path, JournalFormat format, LineSink lines) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    requireRegularFile(path, format);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      new JournalReader(path, format, in).read(lines);
    }
  }

  /**
   * Opens an existing journal, or creates one. Cuts off an incomplete line at the end.
   *
   * @param path the journal, created if absent
   * @param format the format
   * @param lines receives the existing lines
   * @return a journal, positioned after the last complete line
   * @throws IOException if the file cannot be read or written
   * @throws IllegalStateException if the journal is already open elsewhere
   * @throws IllegalArgumentException if the file is not such a journal
   */
  public static JournalFile open(Path path, JournalFormat format, LineSink lines)
      throws IOException {
    return open(path, format, lines, ChannelOpener.DISK);
  }

  /**
   * Opens a journal by an opener: see {@link #open(Path, JournalFormat, LineSink)}.
   *
   * @param path the journal, created if absent
   * @param format the format
   * @param lines receives the existing lines
   * @param opener opens the file
   * @return a journal, positioned after the last complete line
   * @throws IOException if the file cannot be read or written
   */
  public static JournalFile open(
      Path path, JournalFormat format, LineSink lines, ChannelOpener opener) throws IOException {
    if (Files.exists(path)) {
      requireRegularFile(path, format);
    }
    FileChannel file = opener.open(path);
    try {
      lock(path, format, file);
      // Not closed, because that would close the channel.
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
   * Estimates the number of lines of a journal.
   *
   * @param path the journal
   * @return the estimate; 0 if the file is absent
   * @throws IOException if the size cannot be read
   */
  public static long estimatedLines(Path path) throws IOException {
    return Files.exists(path) ? Files.size(path) / BYTES_PER_LINE : 0;
  }

  /**
   * Appends lines, which are on disk when the method returns. After a failure, none of them counts,
   * and no incomplete line remains before the next ones.
   *
   * @param lines possibly empty
   * @throws IOException if writing fails
   */
  public void append(List<JournalLine> lines) throws IOException {
    file.append(lines.stream().map(line -> line.text().getBytes(StandardCharsets.UTF_8)).toList());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** A device or a pipe has no end that could be read to. */
  private static void requireRegularFile(Path path, JournalFormat format) {
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "The path "
              + path
              + " is a folder or a device and cannot be a "
              + format.name()
              + ": name a file, or one that does not exist yet.");
    }
  }

  private static void lock(Path path, JournalFormat format, FileChannel file) throws IOException {
    if (!AppendOnlyFile.tryLock(file)) {
      throw new IllegalStateException(
          "The journal "
              + path
              + " is in use by another "
              + format.user()
              + ": wait until that has ended, or name another file.");
    }
  }

  /** Forces the folder to disk; otherwise, a new file may vanish in a power failure. */
  private static void forceName(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      // Windows cannot open folders and does not need this.
      return;
    }
  }
}
