package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where operations tell what has happened, for those who want to know by webhook. */
public interface Events extends AutoCloseable {
  /** Looks at a run when it ends, if there is anyone to tell. */
  void atEnd(Instant end, Runnable look);

  /**
   * Tells all who want to know.
   *
   * @param type as 2026-02-09 spells it
   * @param resourceKey of the processor or workflow that it is about, {@code null} if none
   * @param payload in the shape of the version of the endpoint
   */
  void emit(String type, @Nullable String resourceKey, Function<ApiVersion, JsonObject> payload);

  /** Stops all deliveries. */
  @Override
  void close();
}
