package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schema of one value, and the reader of its extracted value. */
sealed interface Shape permits ItemShape, ChoiceShape, ListShape {
  /** Returns the schema for a property of an object, as plain objects. */
  Map<String, @Nullable Object> property(@Nullable String description);

  /** Returns the kind of JSON of a value that was found. */
  Kind kind();

  /**
   * Converts the extracted value to a Java object.
   *
   * @param mismatches handles each value that does not fit
   */
  default @Nullable Object decode(JsonValue json, ValuePath path, Mismatches mismatches) {
    Kind found = Kind.of(json);
    if (found == kind()) {
      return convert(json, path, mismatches);
    }
    Object replacement = replacement(json, path);
    return found == Kind.NULL
        ? replacement
        : mismatches.note(Mismatch.ofKind(path, json, kind()).withReplacement(replacement));
  }

  /** Converts JSON of this kind to a Java object. */
  @Nullable Object convert(JsonValue json, ValuePath path, Mismatches mismatches);

  /** Returns the Java object for null in JSON, and for JSON of another kind in lenient reading. */
  default @Nullable Object replacement(JsonValue json, ValuePath path) {
    return null;
  }
}
