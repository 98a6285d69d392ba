package io.github.extendclient.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of the API. */
public interface Model extends JsonDocument {
  /**
   * Returns the unknown properties: those that the server sent and this client has no getter for.
   * They are written back when the object is sent.
   *
   * @return an unmodifiable map in the order of the JSON text, usually empty
   */
  Map<String, JsonValue> unknownProperties();

  /**
   * Returns the JSON of one property, known or unknown. Use it for a value whose getter throws, or
   * for the exact text of a number or time.
   *
   * @param name the property's name in JSON
   * @return the JSON; null if the property is absent
   */
  @Nullable JsonValue json(String name);
}
