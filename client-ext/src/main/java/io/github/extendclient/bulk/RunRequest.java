package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** The request that creates the run of a document, with the mark that the run is found by. */
final class RunRequest {
  private RunRequest() {}

  /** Returns the file, by its ID or URL. */
  static JsonValue file(Task task) {
    BulkDocument document = task.document;
    Map<String, JsonValue> file = new LinkedHashMap<>();
    if (task.fileId != null || document == null) {
      file.put("id", JsonValue.of(task.fileId));
    } else {
      file.put("url", JsonValue.of(document.reference()));
      file.put("name", JsonValue.of(RunSearch.taggedName(document.key(), task.tag)));
    }
    return Json.object(file);
  }

  /**
   * Returns all properties but the file. If others may create runs of the same file, a tag in the
   * metadata identifies this one.
   */
  static Map<String, JsonValue> properties(Settings<?> settings, Task task) {
    BulkDocument document = task.document;
    if (document == null || document.kind() != BulkDocument.Kind.FILE_ID) {
      return settings.request();
    }
    Map<String, JsonValue> request = new LinkedHashMap<>(settings.request());
    JsonValue metadata = request.get("metadata");
    Map<String, JsonValue> values =
        metadata == null ? new LinkedHashMap<>() : new LinkedHashMap<>(metadata.asObject());
    values.put(RunSearch.METADATA, JsonValue.of(task.tag));
    request.put("metadata", Json.object(values));
    return request;
  }
}
