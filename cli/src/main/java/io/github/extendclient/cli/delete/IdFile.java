package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.FileFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** IDs as text, one on each line. Empty lines and lines that begin with # are skipped. */
final class IdFile {
  private IdFile() {}

  /** Reads a file while the stream is consumed; the stream must be closed. */
  static Stream<String> read(Path file) {
    try {
      return ids(Files.lines(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Reads standard input while the stream is consumed. */
  static Stream<String> read(InputStream in) {
    return ids(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines());
  }

  /** Returns how many IDs a file has; -1 for a pipe, which can be read only once. */
  static long count(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      return -1;
    }
    try (Stream<String> ids = read(file)) {
      return ids.count();
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  private static Stream<String> ids(Stream<String> lines) {
    return lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
  }

  private static CommandFailure unreadable(Path file, IOException cause) {
    return FileFailure.unreadable("The file of IDs " + file, cause);
  }
}
