package io.github.extendclient.deletion;

import com.google.common.hash.Hashing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The set of IDs that need no request any more. It keeps fingerprints of 128 bits in a temporary
 * file, so that it takes the same little heap for any number of IDs. The chance that any two of a
 * thousand million IDs share a fingerprint, and one of them is skipped wrongly, is below 1 to
 * 10<sup>20</sup>.
 *
 * <p>The journal is the truth and this is only its index, made anew for every sweep. Not
 * thread-safe.
 */
final class SeenIds implements Closeable {
  private static final int SMALLEST_BITS = 6;
  private static final int GROWTH_BITS = 2;

  private final Path folder;
  private FingerprintTable table;
  private long size;

  /**
   * An empty set.
   *
   * @param folder takes the temporary file
   * @param expected how many IDs will be added at least; a guess
   */
  SeenIds(Path folder, long expected) throws IOException {
    this.folder = folder;
    int bits = SMALLEST_BITS;
    while (FingerprintTable.isCrowded(expected, bits)) {
      bits++;
    }
    table = new FingerprintTable(folder, bits);
  }

  /**
   * Adds an ID.
   *
   * @return false if it was there already
   */
  boolean add(String id) throws IOException {
    ByteBuffer hash =
        ByteBuffer.wrap(Hashing.sha256().hashString(id, StandardCharsets.UTF_8).asBytes());
    if (!table.put(hash.getLong(), hash.getLong())) {
      return false;
    }
    size++;
    if (FingerprintTable.isCrowded(size, table.bits())) {
      grow();
    }
    return true;
  }

  long size() {
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
