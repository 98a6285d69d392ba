package io.github.extendclient.internal.journal;

import com.google.common.hash.Hashing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The set of keys that are done. Keeps 128-bit fingerprints in a temporary file, so it needs little
 * heap for any number of keys. The probability that two of 10<sup>9</sup> keys share a fingerprint,
 * so that one is wrongly skipped, is below 10<sup>-20</sup>.
 *
 * <p>This is only an index of the journal, rebuilt each time a journal is opened. Not thread-safe.
 */
public final class KeySet implements Closeable {
  private static final int SMALLEST_BITS = 6;
  private static final int GROWTH_BITS = 2;

  private final Path folder;
  private FingerprintTable table;
  private long size;

  /**
   * Creates an empty set.
   *
   * @param folder contains the temporary file
   * @param expected an estimate of the minimum number of keys
   * @throws IOException if the file cannot be created
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
   * @return false if it was present
   * @throws IOException if a larger file is needed and cannot be created
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

  /** {@return the number of keys} */
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
