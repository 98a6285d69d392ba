package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files in the shapes of both versions. */
final class FileShape {
  private FileShape() {}

  /** A file as runs and lists show it. */
  static Map<String, @Nullable Object> summary(StoredFile file) {
    return Json.object(
        "object",
        "file",
        "id",
        file.id(),
        "name",
        file.name(),
        "type",
        type(file),
        "parentFileId",
        null,
        "metadata",
        Json.object(),
        "createdAt",
        time(file.createdAt()),
        "updatedAt",
        time(file.createdAt()));
  }

  /** A file as its own operations show it. */
  static Map<String, @Nullable Object> file(
      StoredFile file,
      ApiVersion version,
      @Nullable String presignedUrl,
      @Nullable Map<String, @Nullable Object> contents) {
    Map<String, @Nullable Object> shape = summary(file);
    shape.put("presignedUrl", presignedUrl);
    shape.put("contents", contents);
    if (version.isLegacy()) {
      shape.values().removeIf(value -> value == null);
    }
    return shape;
  }

  /** A time as the API writes it: UTC, whole seconds or milliseconds. */
  static String time(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
  }

  private static @Nullable String type(StoredFile file) {
    return file.type() == null ? null : file.type().name();
  }
}
