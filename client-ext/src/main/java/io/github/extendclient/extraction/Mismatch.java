package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value that does not fit the record.
 *
 * @param expected what the record takes, as a noun: "a number"
 * @param problem what the value is, as the end of a sentence about it
 * @param remedy a sentence
 * @param replacement what a lenient reading takes in its place
 * @param cause of a refusal by a constructor
 */
record Mismatch(
    ValuePath path,
    JsonValue json,
    String expected,
    String problem,
    String remedy,
    @Nullable Object replacement,
    @Nullable Throwable cause) {
  /** What is true of every value that does not fit. */
  static final String OTHER_SCHEMA_OR_LENIENT =
      "If its run was made with another schema, read it with that one; otherwise readLenient gives"
          + " the rest and lists what does not fit.";

  /** A value of another JSON type. */
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

  /** A value of the right JSON type with a content that does not fit. */
  static Mismatch ofValue(
      ValuePath path, JsonValue json, String expected, String problem, String remedy) {
    return new Mismatch(path, json, expected, problem, remedy, null, null);
  }

  Mismatch withReplacement(@Nullable Object value) {
    return new Mismatch(path, json, expected, problem, remedy, value, cause);
  }

  Mismatch withCause(Throwable thrown) {
    return new Mismatch(path, json, expected, problem, remedy, replacement, thrown);
  }

  ExtractionReadException exception() {
    return new ExtractionReadException(path.jsonPath(), path.message(problem, remedy), cause);
  }

  ExtractionProblem listed() {
    return new ExtractionProblem(path.jsonPath(), expected, problem, json, replacement);
  }
}
