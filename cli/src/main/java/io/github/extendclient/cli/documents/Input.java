package io.github.extendclient.cli.documents;

import io.github.extendclient.bulk.BulkDocument;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A document that an argument names.
 *
 * @param key its name in results and journal
 * @param file on this machine; null if it is elsewhere
 * @param reference its URL, or the ID of an uploaded file; empty for a file on this machine
 */
record Input(String key, @Nullable Path file, String reference) {
  static Input file(String key, Path file) {
    return new Input(key, file, "");
  }

  static Input elsewhere(String reference) {
    return elsewhere(reference, reference);
  }

  static Input elsewhere(String key, String reference) {
    return new Input(key, null, reference);
  }

  boolean isUrl() {
    return reference.startsWith("http://") || reference.startsWith("https://");
  }

  BulkDocument toBulk() {
    if (file != null) {
      return BulkDocument.file(key, file);
    }
    return isUrl() ? BulkDocument.url(key, reference) : BulkDocument.id(reference);
  }
}
