package io.github.extendclient.runtime;

import java.util.Map;

/** An object of the API. */
public interface Model {
  /**
   * The properties that the server sent and this client has no getter for, because they are newer.
   * They are written back when the object is sent.
   *
   * @return unmodifiable, in the order of the JSON text, mostly empty
   */
  Map<String, JsonValue> unknownProperties();
}
