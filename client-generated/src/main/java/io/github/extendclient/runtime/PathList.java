package io.github.extendclient.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several values in one segment of a path, separated by commas.
 *
 * @param values the values, without commas
 */
public record PathList(List<String> values) {
  /**
   * Checks the values.
   *
   * @param values at least one value
   * @throws IllegalArgumentException if the list is empty, or a value has a comma
   */
  public PathList {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("A list in a path needs a value.");
    }
    for (String value : values) {
      if (value.indexOf(',') >= 0) {
        throw new IllegalArgumentException("A value of a list in a path has a comma: " + value);
      }
    }
  }

  /**
   * Returns a list of values.
   *
   * @param values at least one
   * @return the list
   */
  public static PathList of(Object... values) {
    return new PathList(Arrays.stream(values).map(Object::toString).collect(Collectors.toList()));
  }

  /** Returns the text in the path. */
  @Override
  public String toString() {
    return String.join(",", values);
  }
}
