package io.github.extendclient.extraction;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.error.Exceptions;
import io.github.extendclient.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value that does not fit the record.
 *
 * @param expected the kind of value that the record takes, as a noun: "a number"
 * @param problem the end of a sentence about the value
 * @param remedy a sentence
 * @param replacement the value in the record after a lenient reading
 * @param cause the exception of a constructor, or null
 */
record Mismatch(
    ValuePath path,
    JsonValue json,
    String expected,
    String problem,
    String remedy,
    @Nullable Object replacement,
    @Nullable Throwable cause) {
  /** Works for every value below the root. */
  static final String LENIENT =
      "readLenient or decodeLenient gives the rest and lists what does not fit.";

  /** Works for text in a component of the user's own record. */
  static final String STRING_OR_LENIENT =
      "Declare the component as String to take any text; " + LENIENT;

  /** Works for a value of another JSON type. */
  static final String OTHER_SCHEMA_OR_LENIENT =
      "If its run was made with another schema, read it with that one; otherwise " + LENIENT;

  /** Returns the mismatch of a value of another JSON type. */
  static Mismatch ofKind(ValuePath path, JsonValue json, Kind expected) {
    return new Mismatch(
        path,
        json,
        expected.text(),
        "is " + Kind.of(json).text() + " where " + expected.text() + " is expected",
        OTHER_SCHEMA_OR_LENIENT,
        null,
        null);
  }

  /** Returns the mismatch of a value of the right JSON type whose content does not fit. */
  static Mismatch ofValue(
      ValuePath path, JsonValue json, String expected, String problem, String remedy) {
    return new Mismatch(path, json, expected, problem, remedy, null, null);
  }

  Mismatch withReplacement(@Nullable Object value) {
    return new Mismatch(path, json, expected, problem, remedy, value, cause);
  }

  /** With another remedy than to declare the component with another class. */
  Mismatch withoutDeclaring() {
    return remedy.startsWith("Declare")
        ? new Mismatch(path, json, expected, problem, LENIENT, replacement, cause)
        : this;
  }

  Mismatch withCause(Throwable thrown) {
    return new Mismatch(path, json, expected, problem, remedy, replacement, thrown);
  }

  ExtendException exception() {
    return Exceptions.MAKER.extraction(path.jsonPath(), path.message(problem, remedy), cause);
  }

  ExtractionProblem listed() {
    return new ExtractionProblem(path.jsonPath(), expected, problem, json, replacement);
  }
}
