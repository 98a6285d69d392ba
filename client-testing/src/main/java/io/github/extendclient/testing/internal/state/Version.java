package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a processor or workflow.
 *
 * @param key the part of its ID that follows the prefix
 * @param number such as {@code 1.0}, or {@code draft}
 * @param note a description or name, {@code null} if none was given
 * @param content the configuration of a processor; {@code steps} of a workflow
 */
public record Version(
    String key, String number, @Nullable String note, JsonObject content, Instant createdAt) {
  /** The number of the version that can still change. */
  public static final String DRAFT = "draft";
}
