package io.github.extendclient.testing.internal.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a file: in memory if few, in a temporary file if more, dropped if too many. */
public final class Content {
  private final long size;
  private final byte[] memory;
  private final @Nullable Path path;

  private Content(long size, byte[] memory, @Nullable Path path) {
    this.size = size;
    this.memory = memory;
    this.path = path;
  }

  /** Content in memory. */
  public static Content of(byte[] bytes) {
    return new Content(bytes.length, bytes, null);
  }

  static Content inFile(long size, byte[] firstBytes, Path path) {
    return new Content(size, firstBytes, path);
  }

  static Content dropped(long size, byte[] firstBytes) {
    return new Content(size, firstBytes, null);
  }

  /** The number of bytes that were given, kept or not. */
  public long size() {
    return size;
  }

  /** False if the bytes were too many to keep. */
  public boolean isKept() {
    return path != null || memory.length == size;
  }

  /** Up to {@code count} bytes from the beginning. */
  public byte[] firstBytes(int count) {
    return Arrays.copyOf(memory, Math.min(count, memory.length));
  }

  /** All bytes; only for content that is kept. */
  public InputStream open() throws IOException {
    return path == null ? new ByteArrayInputStream(memory) : Files.newInputStream(path);
  }

  /** All bytes in memory; only for content that is kept. */
  public byte[] bytes() throws IOException {
    return path == null ? memory.clone() : Files.readAllBytes(path);
  }
}
