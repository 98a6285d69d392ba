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
  private final @Nullable String charset;
  private final @Nullable Integer pageCount;

  private Content(
      long size,
      byte[] memory,
      @Nullable Path path,
      @Nullable String charset,
      @Nullable Integer pageCount) {
    this.size = size;
    this.memory = memory;
    this.path = path;
    this.charset = charset;
    this.pageCount = pageCount;
  }

  /** Content in memory. */
  public static Content of(byte[] bytes) {
    return new Content(bytes.length, bytes, null, null, null);
  }

  static Content inFile(long size, byte[] firstBytes, Path path) {
    return new Content(size, firstBytes, path, null, null);
  }

  static Content dropped(long size, byte[] firstBytes) {
    return new Content(size, firstBytes, null, null, null);
  }

  /** The same content, which is text in this charset. */
  public Content withCharset(@Nullable String declared) {
    return new Content(size, memory, path, declared, pageCount);
  }

  /** The same content, which is a PDF of so many pages. */
  public Content withPageCount(int pages) {
    return new Content(size, memory, path, charset, pages);
  }

  /** The charset that the upload declared, {@code null} if none. */
  public @Nullable String charset() {
    return charset;
  }

  /** The number of pages, {@code null} if this is no PDF that can be read. */
  public @Nullable Integer pageCount() {
    return pageCount;
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
