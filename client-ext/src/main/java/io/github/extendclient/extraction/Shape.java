package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schema of one value, and the reader of its extracted value. */
sealed interface Shape permits ItemShape, ChoiceShape, ListShape {
  /** Returns the schema for a property of an object, as plain objects. */
  Map<String, @Nullable Object> property(@Nullable String description);

  /**
   * Converts the extracted value to a Java object.
   *
   * @param mismatches handles each value that does not fit
   */
  @Nullable Object decode(JsonValue json, ValuePath path, Mismatches mismatches);
}
