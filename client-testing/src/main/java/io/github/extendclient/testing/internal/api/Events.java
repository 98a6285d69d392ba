package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Receives the events of operations, and delivers them by webhook. */
public interface Events extends AutoCloseable {
  /** Calls an action when a run ends, if any webhook is registered. */
  void atEnd(Instant end, Runnable look);

  /**
   * Delivers an event to the webhooks that are registered for it.
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
