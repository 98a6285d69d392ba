package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands at one place of a schema, and how to read what was extracted there. */
sealed interface Shape permits ItemShape, ChoiceShape, ListShape {
  /** The schema as a property of an object, in plain objects. */
  Map<String, @Nullable Object> property(@Nullable String description);

  /**
   * The extracted value as a Java object.
   *
   * @param mismatches is told of each value that does not fit
   */
  @Nullable Object decode(JsonValue json, ValuePath path, Mismatches mismatches);
}
