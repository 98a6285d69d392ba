package io.github.extendclient.examples.retention;

import java.time.OffsetDateTime;
import java.util.List;
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
