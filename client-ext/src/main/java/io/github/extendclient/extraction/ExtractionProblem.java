package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value of an output that does not fit the record, from {@link ExtractionSchema#readLenient}.
 *
 * <pre>{@code
 * for (ExtractionProblem problem : extracted.problems()) {
 *   askSomeone(problem.path(), problem.expected(), problem.json().json());
 * }
 * }</pre>
 *
 * @param path the path in the output's value, in the API's names, such as {@code
 *     $.line_items[0].amount}
 * @param expected the kind of value that the record takes, such as {@code a number}
 * @param problem what is wrong, as the end of a sentence about the value, such as {@code is text
 *     where a number is expected}
 * @param json the value as the API sent it; {@link JsonValue#NULL} for an item of a list that is
 *     null
 * @param readAs the value in the record instead: the number spelled by a text, an empty list, or
 *     null; an item with null is omitted from its list
 */
public record ExtractionProblem(
    String path, String expected, String problem, JsonValue json, @Nullable Object readAs) {
  /** Returns the path and the problem, never the value. */
  @Override
  public String toString() {
    return path + " " + problem;
  }
}
