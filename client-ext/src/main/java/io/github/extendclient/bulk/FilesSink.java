package io.github.extendclient.bulk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/** Writes one file per document. Called by workers. */
final class FilesSink implements ResultSink {
  private final Path folder;
  private final String ending;
  private final Function<BulkResult<?>, String> content;

  FilesSink(Path folder, String ending, Function<BulkResult<?>, String> content) {
    this.folder = folder;
    this.ending = ending;
    this.content = content;
  }

  @Override
  public void write(BulkResult<?> result) throws IOException {
    boolean asJson = !result.isProcessed() && !ending.equals(".json");
    String text = asJson ? result.json().json() : content.apply(result);
    Path file = folder.resolve(name(result.key()) + (asJson ? ".failed.json" : ending));
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {}

  /** Returns a relative path with the folders of a key, which never leaves the target folder. */
  static String name(String identity) {
    return Keys.keyOf(identity)
        .replaceAll("[^A-Za-z0-9._/ -]+", "_")
        .replaceAll("(^|/)[./ ]*(?=/|$)|^/+", "$1_")
        .replaceAll("(^|/)\\.\\.(?=/|$)", "$1_");
  }
}
