package io.github.extendclient.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the files below a folder, with one open directory per level. Does not follow links
 * to folders.
 */
final class FolderWalk implements Iterator<BulkDocument>, Closeable {
  private record Level(DirectoryStream<Path> stream, Iterator<Path> paths) {}

  private final Path folder;
  private final List<PathMatcher> names;
  private final Deque<Level> levels = new ArrayDeque<>();
  private @Nullable Path next;

  FolderWalk(Path folder, List<String> globs) {
    this.folder = folder;
    this.names =
        globs.stream().map(glob -> folder.getFileSystem().getPathMatcher("glob:" + glob)).toList();
    enter(folder);
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public BulkDocument next() {
    Path file = next;
    if (file == null) {
      throw new NoSuchElementException();
    }
    advance();
    return BulkDocument.file(folder.relativize(file).toString().replace('\\', '/'), file);
  }

  @Override
  public void close() throws IOException {
    while (!levels.isEmpty()) {
      levels.pop().stream().close();
    }
  }

  private void advance() {
    next = null;
    while (next == null && !levels.isEmpty()) {
      Level level = levels.peek();
      if (!level.paths().hasNext()) {
        leave();
        continue;
      }
      Path path = level.paths().next();
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        enter(path);
      } else if (isWanted(path.getFileName()) && Files.isRegularFile(path)) {
        next = path;
      }
    }
  }

  private boolean isWanted(Path name) {
    return names.isEmpty()
        ? !name.toString().startsWith(".")
        : names.stream().anyMatch(glob -> glob.matches(name));
  }

  private void enter(Path path) {
    try {
      DirectoryStream<Path> stream = Files.newDirectoryStream(path);
      levels.push(new Level(stream, stream.iterator()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder " + path + " cannot be read: " + e + ". Name a folder that exists.", e);
    }
  }

  private void leave() {
    try {
      levels.pop().stream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
