package io.github.extendclient.cli.listing;

import io.github.extendclient.runtime.JsonValue;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a listing, of any kind.
 *
 * @param status null for files
 * @param batch null if it is of none, or the listing does not say
 * @param fileNames of a run, the files that it read, as far as they still exist; of a file, its own
 * @param json the whole entry
 */
public record Item(
    String id,
    OffsetDateTime createdAt,
    @Nullable String status,
    @Nullable String batch,
    List<String> fileNames,
    JsonValue json) {

  /** Reads an entry. */
  static Item of(JsonValue json) {
    Map<String, JsonValue> entry = json.asObject();
    List<String> names = new ArrayList<>();
    add(names, entry.get("name"));
    addName(names, entry.get("file"));
    JsonValue files = entry.get("files");
    if (files != null && !files.isNull()) {
      files.asArray().forEach(file -> addName(names, file));
    }
    return new Item(
        entry.get("id").asString(),
        OffsetDateTime.parse(entry.get("createdAt").asString()),
        text(entry.get("status")),
        text(entry.get("batchId")),
        names.stream().distinct().toList(),
        json);
  }

  /** {@return the names of its files, with commas between; a line if there are none} */
  public String names() {
    return fileNames.isEmpty() ? "-" : String.join(", ", fileNames).replaceAll("\\p{Cntrl}", " ");
  }

  /** {@return the item on one line, with tabs between} */
  public String details() {
    return String.join("\t", id, createdAt.toString(), status == null ? "-" : status, names());
  }

  private static void addName(List<String> names, @Nullable JsonValue file) {
    if (file != null && file.json().startsWith("{")) {
      add(names, file.asObject().get("name"));
    }
  }

  private static void add(List<String> names, @Nullable JsonValue name) {
    String text = text(name);
    if (text != null) {
      names.add(text);
    }
  }

  private static @Nullable String text(@Nullable JsonValue value) {
    return value == null || !value.json().startsWith("\"") ? null : value.asString();
  }
}
