package io.github.extendclient.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of the API. */
public interface Model extends JsonDocument {
  /**
   * The properties that the server sent and this client has no getter for, because they are newer.
   * They are written back when the object is sent.
   *
   * @return unmodifiable, in the order of the JSON text, mostly empty
   */
  Map<String, JsonValue> unknownProperties();

  /**
   * The JSON of one property, whether this client knows it or not: the way to a value whose getter
   * throws, and to the exact text of a number or time.
   *
   * @param name the property as it is spelled in JSON
   * @return null if it is absent
   */
  @Nullable JsonValue json(String name);
}
