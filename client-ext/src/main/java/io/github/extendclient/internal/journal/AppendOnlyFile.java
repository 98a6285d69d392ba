package io.github.extendclient.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries to a file atomically: an entry is on disk completely, or cut off again. Used by
 * one thread at a time.
 */
public final class AppendOnlyFile implements Closeable {
  private final FileChannel file;
  private long end;
  private @Nullable IOException damage;

  /**
   * Continues a file after its last complete entry.
   *
   * @param file closed with this object
   * @param end the position after the last complete entry; the rest is cut off
   * @throws IOException if the rest cannot be cut off
   */
  public AppendOnlyFile(FileChannel file, long end) throws IOException {
    this.file = file;
    this.end = end;
    file.truncate(end);
    file.position(end);
  }

  /**
   * Locks a file against other processes and other users in this process, until it is closed.
   *
   * @param file an open file
   * @return whether nobody else has locked it
   * @throws IOException if the file cannot be locked
   */
  public static boolean tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Appends entries, which are on disk when the method returns. After a failure, none of them
   * counts.
   *
   * @param entries possibly empty
   * @throws IOException if writing fails, or an incomplete earlier entry could not be cut off
   */
  public void append(List<byte[]> entries) throws IOException {
    if (damage != null) {
      throw new IOException(
          "An entry of which a part was written cannot be cut off: " + damage.getMessage(), damage);
    }
    // An interrupt would close the file: a callback may have set the flag of this thread.
    boolean interrupted = Thread.interrupted();
    try {
      for (byte[] entry : entries) {
        ByteBuffer bytes = ByteBuffer.wrap(entry);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }
      file.force(false);
      end = file.position();
    } catch (IOException e) {
      cutOff(e);
      throw e;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Cuts off an incomplete entry, as left by a full disk. If that fails, nothing more is appended;
   * the next opening of the file cuts it off.
   */
  private void cutOff(IOException cause) {
    try {
      file.truncate(end);
      file.position(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
      damage = e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
