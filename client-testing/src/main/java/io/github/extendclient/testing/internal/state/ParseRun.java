package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A parse run, of either API version.
 *
 * @param key the part of its ID that follows {@code pr_} or {@code parser_run_}
 * @param file what is parsed
 * @param config as given, with the defaults filled in
 * @param metadata as given, {@code null} if none was
 */
public record ParseRun(
    String key,
    StoredFile file,
    JsonObject config,
    @Nullable Object metadata,
    RunOrigin origin,
    Progress<Document> progress) {

  /** The ID in 2026-02-09. */
  public String id() {
    return "pr_" + key;
  }
}
