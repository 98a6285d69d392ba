package io.github.extendclient.bulk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one file per document. Called by workers. */
final class FilesSink implements ResultSink {
  // File systems take 255 bytes; the hash and the ending need their share.
  private static final int LONGEST = 200;
  private static final int HASH_LENGTH = 8;
  private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._/ -]+");
  private static final Pattern UNUSUAL_OR_NOT_ASCII = Pattern.compile("[^A-Za-z0-9._/ -]+");

  private final Path folder;
  private final String ending;
  private final Function<? super BulkResult<?>, String> content;

  FilesSink(Path folder, String ending, Function<? super BulkResult<?>, String> content) {
    this.folder = folder;
    this.ending = ending;
    this.content = content;
  }

  @Override
  public void write(BulkResult<?> result) throws IOException {
    boolean asJson = !result.isProcessed() && !ending.equals(".json");
    String text = asJson ? result.json().json() : content.apply(result);
    WholeFile.write(
        file(result.key(), asJson ? ".failed.json" : ending),
        text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {}

  /**
   * Returns a relative path with the folders of a key, which never leaves the target folder. Where
   * a character of the key is replaced or left out, the path ends with a hash of the key, so that
   * each key has a file of its own.
   */
  static String name(String identity) {
    return name(identity, UNUSUAL);
  }

  /** Returns the same in ASCII, for a JVM whose locale has no other file names. */
  static String asciiName(String identity) {
    return name(identity, UNUSUAL_OR_NOT_ASCII);
  }

  private static String name(String identity, Pattern replaced) {
    String key = DocumentKeys.keyOf(identity);
    String name =
        replaced
            .matcher(key)
            .replaceAll("_")
            .replaceAll("(^|/)[./ ]*(?=/|$)|^/+", "$1_")
            .replaceAll("(^|/)\\.\\.(?=/|$)", "$1_");
    name = Arrays.stream(name.split("/", -1)).map(FilesSink::cut).collect(Collectors.joining("/"));
    return name.equals(key)
        ? name
        : name + "-" + DocumentKeys.fingerprint(key).substring(0, HASH_LENGTH);
  }

  private static String cut(String name) {
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }

  private Path file(String identity, String ending) {
    try {
      return folder.resolve(name(identity) + ending);
    } catch (InvalidPathException e) {
      return folder.resolve(asciiName(identity) + ending);
    }
  }
}
