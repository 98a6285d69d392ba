package io.github.extendclient.testing.internal.file;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.ParentSplit;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Files in the shapes of both versions. */
public final class FileShape {
  private FileShape() {}

  /** A file as runs and lists show it. */
  public static JsonObject summary(StoredFile file) {
    ParentSplit parent = file.parent();
    return JsonObject.of("object", "file")
        .with("id", file.id())
        .with("name", file.name())
        .with("type", file.type() == null ? null : file.type().name())
        .with("parentFileId", parent == null ? null : parent.fileId())
        .with("metadata", metadata(file))
        .with("createdAt", time(file.createdAt()))
        .with("updatedAt", time(file.createdAt()));
  }

  /** A file as its own operations show it. */
  public static JsonObject file(
      StoredFile file,
      ApiVersion version,
      @Nullable String presignedUrl,
      @Nullable JsonObject contents) {
    JsonObject shape = summary(file);
    shape.put("presignedUrl", presignedUrl);
    shape.put("contents", contents);
    if (version.isLegacy()) {
      shape.values().removeIf(value -> value == null);
    }
    return shape;
  }

  /** A time as the API writes it: UTC, whole seconds or milliseconds. */
  public static String time(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
  }

  /** A time, {@code null} if it has not come. */
  public static @Nullable String timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }

  private static JsonObject metadata(StoredFile file) {
    JsonObject metadata = new JsonObject();
    Content content = file.content();
    Integer pages = content == null ? null : content.pageCount();
    if (pages != null) {
      metadata.put("pageCount", pages.longValue());
    }
    ParentSplit parent = file.parent();
    if (parent != null) {
      metadata.put("parentSplit", parentSplit(parent));
    }
    return metadata;
  }

  private static JsonObject parentSplit(ParentSplit parent) {
    return JsonObject.of("id", "splt_" + parent.key())
        .with("type", parent.type())
        .with("identifier", parent.identifier())
        .with("startPage", (long) parent.startPage())
        .with("endPage", (long) parent.endPage());
  }
}
