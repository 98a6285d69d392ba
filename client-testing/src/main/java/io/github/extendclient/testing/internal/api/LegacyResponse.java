package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Successful responses of 2025-04-21: the resource is a property next to {@code success}. */
public final class LegacyResponse {
  private LegacyResponse() {}

  /** The response with one resource. */
  public static Response of(String name, @Nullable Object value) {
    return Response.json(200, JsonObject.of("success", true).with(name, value));
  }

  /** The response to a delete. */
  public static Response deleted(String noun, String idName, String id) {
    return Response.json(
        200,
        JsonObject.of("success", true)
            .with(idName, id)
            .with("message", "The " + noun + " is deleted."));
  }
}
