package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Stores results in files named by fingerprint, in folders named by its first two characters.
 * Called by workers.
 */
final class FolderStore implements BulkStore {
  private final Path folder;

  FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public @Nullable JsonValue get(String fingerprint) {
    Path file = file(fingerprint);
    try {
      return Files.exists(file) ? JsonValue.ofJson(Files.readString(file)) : null;
    } catch (IOException e) {
      throw failure(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "The stored result "
              + file
              + " is not JSON: delete it, and its document is processed again.",
          e);
    }
  }

  @Override
  public void put(String fingerprint, JsonValue run) {
    try {
      WholeFile.write(file(fingerprint), run.json().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Path file(String fingerprint) {
    return folder.resolve(fingerprint.substring(0, 2)).resolve(fingerprint + ".json");
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(
        "The store of results " + folder + " cannot be used: " + e + ". Make room there.", e);
  }
}
