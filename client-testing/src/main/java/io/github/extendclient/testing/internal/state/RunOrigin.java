package io.github.extendclient.testing.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * The origin of a run.
 *
 * @param source as the API spells it, such as {@code API} or {@code WORKFLOW_RUN}
 * @param sourceId of the workflow run or batch that made it, {@code null} if a request did
 * @param batchId of its batch, {@code null} if it has none
 */
public record RunOrigin(String source, @Nullable String sourceId, @Nullable String batchId) {
  /** A run of a single request. */
  public static final RunOrigin API = new RunOrigin("API", null, null);
}
