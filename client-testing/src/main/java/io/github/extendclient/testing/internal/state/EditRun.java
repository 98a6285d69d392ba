package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;

/**
 * An edit run.
 *
 * @param key the part of its ID that follows {@code edr_} or {@code edit_run_}
 * @param config as given
 */
public record EditRun(
    String key, StoredFile file, JsonObject config, Progress<EditResult> progress) {

  /**
   * The result of an edit run.
   *
   * @param file the filled form
   * @param values by the name of the property that gave each
   */
  public record EditResult(StoredFile file, JsonObject values, int pageCount, int fieldCount) {}

  /** The ID in 2026-02-09. */
  public String id() {
    return "edr_" + key;
  }
}
