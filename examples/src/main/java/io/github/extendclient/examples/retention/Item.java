package io.github.extendclient.examples.retention;

import io.github.extendclient.runtime.FileReference;
import io.github.extendclient.runtime.Run;
import io.github.extendclient.v20260209.model.FileSummary;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a listing, of whatever kind.
 *
 * @param status null for files
 * @param batch null if it is of none, or the listing does not say
 * @param fileNames of a run, the files that it read, as far as they still exist
 */
record Item(
    String id,
    OffsetDateTime createdAt,
    @Nullable String status,
    @Nullable String batch,
    List<String> fileNames) {

  /** A run. */
  static Item of(Run run) {
    return new Item(
        run.getId(),
        Objects.requireNonNull(run.getCreatedAt(), "createdAt"),
        run.getStatus().value(),
        run.getBatchId(),
        run.files().stream().filter(Objects::nonNull).map(FileReference::getName).toList());
  }

  /** A file. */
  static Item of(FileSummary file) {
    return new Item(file.getId(), file.getCreatedAt(), null, null, List.of(file.getName()));
  }

  /** On one line, with tabs between. */
  String details() {
    return String.join(
        "\t",
        id,
        createdAt.toString(),
        status == null ? "-" : status,
        fileNames.isEmpty() ? "-" : String.join(", ", fileNames).replaceAll("\\p{Cntrl}", " "));
  }
}
