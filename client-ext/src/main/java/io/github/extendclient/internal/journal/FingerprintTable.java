package io.github.extendclient.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A hash table in a memory-mapped temporary file, so the system decides how much of it is in
 * memory. Buckets have a few slots and are on average at most half full; a full bucket overflows to
 * the next.
 *
 * <p>A killed process leaves no file behind: the file is deleted once it is open (on Windows, by
 * the system).
 */
final class FingerprintTable implements Closeable {
  private static final int SLOTS = 32;
  private static final int SLOT_BYTES = 16;
  private static final int BUCKET_BYTES = SLOTS * SLOT_BYTES;
  // A buffer has at most 2 GiB.
  private static final long CHUNK_BYTES = 1L << 30;
  private static final int BUCKETS_PER_CHUNK = (int) (CHUNK_BYTES / BUCKET_BYTES);
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 15).asReadOnlyBuffer();

  private final int bits;
  private final FileChannel file;
  private final MappedByteBuffer[] chunks;

  /**
   * Creates an empty table.
   *
   * @param bits the logarithm of the number of buckets, from 6 to 40
   */
  FingerprintTable(Path folder, int bits) throws IOException {
    this.bits = bits;
    long length = (long) BUCKET_BYTES << bits;
    file =
        FileChannel.open(
            Files.createTempFile(folder, ".extend-journal-", ".index"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      // Write zeros in place of a sparse file: a full disk throws here, but would crash the process
      // when a mapped hole is filled.
      for (long at = 0; at < length; ) {
        at += file.write(ZEROS.duplicate(), at);
      }
      chunks = new MappedByteBuffer[(int) Math.max(1, length / CHUNK_BYTES)];
      for (int i = 0; i < chunks.length; i++) {
        chunks[i] =
            file.map(
                FileChannel.MapMode.READ_WRITE, i * CHUNK_BYTES, Math.min(length, CHUNK_BYTES));
      }
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Returns whether a table of this size is too full for fast lookups. */
  static boolean isCrowded(long entries, int bits) {
    return entries > ((long) SLOTS << bits) / 2;
  }

  int bits() {
    return bits;
  }

  /**
   * Adds a fingerprint.
   *
   * @return false if it was present
   */
  boolean put(long high, long low) {
    // Zeros mark an empty slot.
    long nonZeroLow = low == 0 ? 1 : low;
    long mask = (1L << bits) - 1;
    for (long bucket = high >>> (Long.SIZE - bits); ; bucket = (bucket + 1) & mask) {
      MappedByteBuffer chunk = chunkOf(bucket);
      int start = startOf(bucket);
      for (int at = start; at < start + BUCKET_BYTES; at += SLOT_BYTES) {
        long slotLow = chunk.getLong(at + Long.BYTES);
        if (slotLow == 0) {
          chunk.putLong(at, high).putLong(at + Long.BYTES, nonZeroLow);
          return true;
        }
        if (slotLow == nonZeroLow && chunk.getLong(at) == high) {
          return false;
        }
      }
    }
  }

  void copyTo(FingerprintTable larger) {
    for (long bucket = 0; bucket < 1L << bits; bucket++) {
      MappedByteBuffer chunk = chunkOf(bucket);
      int start = startOf(bucket);
      for (int at = start; at < start + BUCKET_BYTES; at += SLOT_BYTES) {
        long low = chunk.getLong(at + Long.BYTES);
        if (low == 0) {
          break;
        }
        larger.put(chunk.getLong(at), low);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private MappedByteBuffer chunkOf(long bucket) {
    return chunks[(int) (bucket / BUCKETS_PER_CHUNK)];
  }

  private static int startOf(long bucket) {
    return (int) (bucket % BUCKETS_PER_CHUNK) * BUCKET_BYTES;
  }
}
