package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;

/**
 * A form detection run.
 *
 * @param key the part of its ID that follows {@code sgr_}
 * @param config as given
 */
public record FormDetectionRun(
    String key, StoredFile file, JsonObject config, Progress<Detected> progress) {

  /**
   * The result of form detection.
   *
   * @param response an {@code EditSchemaGenerationResult}
   */
  public record Detected(JsonObject response, int pageCount, int fieldCount) {}
}
