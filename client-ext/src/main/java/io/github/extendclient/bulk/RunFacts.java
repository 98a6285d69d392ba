package io.github.extendclient.bulk;

import io.github.extendclient.result.Usage;
import io.github.extendclient.runtime.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that bulk processing reads from a run or a run summary of any kind.
 *
 * @param json the JSON as the API sent it
 * @param pending whether the run has not ended
 * @param files the files of the run
 */
record RunFacts(String id, String status, boolean pending, List<RunFile> files, JsonValue json) {
  private static final String PROCESSED = "PROCESSED";

  record RunFile(String id, String name) {}

  static RunFacts of(JsonValue json, boolean pending) {
    Map<String, JsonValue> properties = json.asObject();
    List<RunFile> files = new ArrayList<>();
    addFile(files, properties.get("file"));
    JsonValue several = properties.get("files");
    if (several != null && !several.isNull()) {
      several.asArray().forEach(file -> addFile(files, file));
    }
    return new RunFacts(
        text(properties, "id", ""), text(properties, "status", ""), pending, files, json);
  }

  boolean isProcessed() {
    return status.equals(PROCESSED);
  }

  @Nullable String failureReason() {
    return nullable(json.asObject(), "failureReason");
  }

  @Nullable String failureMessage() {
    return nullable(json.asObject(), "failureMessage");
  }

  /** Returns the credits, including those of its child runs; 0 if the API reports none. */
  BigDecimal credits() {
    return Usage.ofJson(json.asObject().get("usage")).credits();
  }

  /** Returns the time of creation by the server's clock; null if a summary lacks it. */
  @Nullable Instant createdAt() {
    return time("createdAt");
  }

  /** Returns the time of the last change by the server's clock; null if a summary lacks it. */
  @Nullable Instant updatedAt() {
    return time("updatedAt");
  }

  /** Returns a value of the metadata; null if there is none. */
  @Nullable String metadata(String name) {
    JsonValue metadata = json.asObject().get("metadata");
    return metadata == null || metadata.isNull() ? null : nullable(metadata.asObject(), name);
  }

  private @Nullable Instant time(String name) {
    String text = nullable(json.asObject(), name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static void addFile(List<RunFile> files, @Nullable JsonValue file) {
    if (file != null && !file.isNull()) {
      Map<String, JsonValue> properties = file.asObject();
      files.add(new RunFile(text(properties, "id", ""), text(properties, "name", "")));
    }
  }

  private static String text(Map<String, JsonValue> properties, String name, String absent) {
    String text = nullable(properties, name);
    return text == null ? absent : text;
  }

  private static @Nullable String nullable(Map<String, JsonValue> properties, String name) {
    JsonValue value = properties.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }
}
