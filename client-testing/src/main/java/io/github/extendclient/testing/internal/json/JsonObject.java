package io.github.extendclient.testing.internal.json;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A JSON object that is built member by member and keeps their order. */
public final class JsonObject extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1L;

  /** A new object of one member. */
  public static JsonObject of(String name, @Nullable Object value) {
    return new JsonObject().with(name, value);
  }

  /** Adds a member to this object and returns it. */
  public JsonObject with(String name, @Nullable Object value) {
    put(name, value);
    return this;
  }
}
