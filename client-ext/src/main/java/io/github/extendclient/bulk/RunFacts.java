package io.github.extendclient.bulk;

import io.github.extendclient.result.Usage;
import io.github.extendclient.runtime.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What bulk processing needs to know of a run or of its summary, whatever kind of run it is.
 *
 * @param json as the API sent it
 * @param pending whether the run goes on
 * @param files the files that it works on
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

  /** Those of the runs that were made for it included; 0 if the API reports none. */
  double credits() {
    return Usage.ofJson(json.asObject().get("usage")).credits().doubleValue();
  }

  /** When it was created, by the server's clock; null if a summary does not say. */
  @Nullable Instant createdAt() {
    return time("createdAt");
  }

  /** When it last changed, by the server's clock; null if a summary does not say. */
  @Nullable Instant updatedAt() {
    return time("updatedAt");
  }

  /** A value of the metadata; null if there is none. */
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
