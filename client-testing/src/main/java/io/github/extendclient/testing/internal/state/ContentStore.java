package io.github.extendclient.testing.internal.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores the bytes of uploads outside of the heap, until the server is closed. */
public final class ContentStore implements AutoCloseable {
  /** Above this size the content of a file is counted but not kept: 50 MiB. */
  public static final long MAX_KEPT = 50L << 20;

  /** Up to this size content stays in memory. */
  static final int MAX_IN_MEMORY = 256 << 10;

  /** The number of bytes that stay in memory of content on disk, enough to detect its type. */
  private static final int FIRST_BYTES = 1024;

  private final Path parent;
  private @Nullable Path directory;

  /** A store that creates a directory in {@code parent} when it first needs one. */
  public ContentStore(Path parent) {
    this.parent = parent;
  }

  /** Reads a stream to its end. */
  public Content save(InputStream input) throws IOException {
    byte[] start = input.readNBytes(MAX_IN_MEMORY + 1);
    if (start.length <= MAX_IN_MEMORY) {
      return Content.of(start);
    }
    Path path = Files.createTempFile(directory(), "upload-", ".bin");
    long size = start.length;
    byte[] buffer = new byte[64 << 10];
    try (OutputStream output = Files.newOutputStream(path)) {
      output.write(start);
      for (int read = input.read(buffer); read != -1; read = input.read(buffer)) {
        size += read;
        if (size <= MAX_KEPT) {
          output.write(buffer, 0, read);
        }
      }
    }
    byte[] firstBytes = Arrays.copyOf(start, FIRST_BYTES);
    if (size <= MAX_KEPT) {
      return Content.inFile(size, firstBytes, path);
    }
    Files.delete(path);
    return Content.dropped(size, firstBytes);
  }

  /** Deletes all temporary files. */
  @Override
  public synchronized void close() throws IOException {
    if (directory == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
    directory = null;
  }

  private synchronized Path directory() throws IOException {
    if (directory == null) {
      directory = Files.createTempDirectory(parent, "extend-server-");
    }
    return directory;
  }
}
