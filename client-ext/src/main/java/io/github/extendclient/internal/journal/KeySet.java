package io.github.extendclient.internal.journal;

import com.google.common.hash.Hashing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The set of keys that need no work any more. It keeps fingerprints of 128 bits in a temporary
 * file, so that it takes the same little heap for any number of keys. The chance that any two of a
 * thousand million keys share a fingerprint, and one of them is skipped wrongly, is below 1 to
 * 10<sup>20</sup>.
 *
 * <p>The journal is the truth and this is only its index, made anew each time that a journal is
 * opened. Not thread-safe.
 */
public final class KeySet implements Closeable {
  private static final int SMALLEST_BITS = 6;
  private static final int GROWTH_BITS = 2;

  private final Path folder;
  private FingerprintTable table;
  private long size;

  /**
   * An empty set.
   *
   * @param folder takes the temporary file
   * @param expected how many keys will be added at least; a guess
   * @throws IOException if the file cannot be made
   */
  public KeySet(Path folder, long expected) throws IOException {
    this.folder = folder;
    int bits = SMALLEST_BITS;
    while (FingerprintTable.isCrowded(expected, bits)) {
      bits++;
    }
    table = new FingerprintTable(folder, bits);
  }

  /**
   * Adds a key.
   *
   * @param key any text
   * @return false if it was there already
   * @throws IOException if a larger file is needed and cannot be made
   */
  public boolean add(String key) throws IOException {
    ByteBuffer hash =
        ByteBuffer.wrap(Hashing.sha256().hashString(key, StandardCharsets.UTF_8).asBytes());
    if (!table.put(hash.getLong(), hash.getLong())) {
      return false;
    }
    size++;
    if (FingerprintTable.isCrowded(size, table.bits())) {
      grow();
    }
    return true;
  }

  /** {@return how many keys were added} */
  public long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  private void grow() throws IOException {
    FingerprintTable larger = new FingerprintTable(folder, table.bits() + GROWTH_BITS);
    table.copyTo(larger);
    table.close();
    table = larger;
  }
}
