package io.github.extendclient.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a file that grows by whole entries: an entry is on the disk as a whole, or cut off
 * again. Used by one thread at a time.
 */
public final class AppendOnlyFile implements Closeable {
  private final FileChannel file;
  private long end;
  private @Nullable IOException damage;

  /**
   * A file that goes on after its last whole entry.
   *
   * @param file is closed with this
   * @param end where the last whole entry ends; what follows is cut off
   * @throws IOException if it cannot be cut off
   */
  public AppendOnlyFile(FileChannel file, long end) throws IOException {
    this.file = file;
    this.end = end;
    file.truncate(end);
    file.position(end);
  }

  /**
   * Adds entries; they are on the disk when this returns. If that fails, none of them counts.
   *
   * @param entries may be empty
   * @throws IOException if the disk does not take them, or if a part of earlier ones could neither
   *     be completed nor cut off
   */
  public void append(List<byte[]> entries) throws IOException {
    if (damage != null) {
      throw new IOException(
          "An entry of which a part was written cannot be cut off: " + damage.getMessage(), damage);
    }
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
    }
  }

  /**
   * On a full disk, a part of an entry may have been taken. If it cannot be cut off now, nothing
   * may follow it; whoever opens the file next cuts it off.
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
