package io.github.extendclient.testing.internal.state;

import java.nio.file.Path;

/**
 * All that the server remembers, the same for both API versions.
 *
 * @param ids makes the keys of new resources
 * @param contents the bytes of files
 * @param files by {@code file_}
 * @param parseRuns by {@code pr_} (2026-02-09) and {@code parser_run_} (2025-04-21)
 * @param extractRuns by {@code exr_} (2026-02-09) and {@code dpr_} (2025-04-21)
 */
public record Store(
    Ids ids,
    ContentStore contents,
    Table<StoredFile> files,
    Table<ParseRun> parseRuns,
    Table<ExtractRun> extractRuns) {

  /** An empty store whose IDs follow from {@code seed}. */
  public static Store empty(long seed) {
    return new Store(
        new Ids(seed),
        new ContentStore(Path.of(System.getProperty("java.io.tmpdir"))),
        new Table<>("file_"),
        new Table<>("pr_", "parser_run_"),
        new Table<>("exr_", "dpr_"));
  }
}
