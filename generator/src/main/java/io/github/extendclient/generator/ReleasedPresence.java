package io.github.extendclient.generator;

import java.util.Map;

/**
 * The presence of a number or boolean in the last release. In Java it is a primitive if it is
 * always present, and otherwise a box. Getters and setters keep that type, so that existing class
 * files link.
 */
enum ReleasedPresence {
  /** The release says the same as now, or does not have the property. */
  SAME,
  /** It was always present. */
  PRESENT,
  /** It was absent or null at times, and is always present now. */
  OPTIONAL;

  /** Returns the fact of a property in the extensions of its schema. */
  static ReleasedPresence of(Map<String, Object> extensions, String property) {
    if (has(extensions.get("x-extend-once-present"), property)) {
      return PRESENT;
    }
    return has(extensions.get("x-extend-once-optional"), property) ? OPTIONAL : SAME;
  }

  private static boolean has(Object names, String property) {
    if (names instanceof Iterable<?> stated) {
      for (Object name : stated) {
        if (name.toString().equals(property)) {
          return true;
        }
      }
    }
    return false;
  }
}
