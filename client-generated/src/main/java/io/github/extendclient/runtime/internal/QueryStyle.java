package io.github.extendclient.runtime.internal;

/** How a list or an object is written into a query. */
public enum QueryStyle {
  /** The name once for each element: {@code tags=a&tags=b}. */
  EXPLODED,
  /** The elements with commas between them: {@code tags=a,b}. */
  COMMAS,
  /** The elements with spaces between them: {@code tags=a%20b}. */
  SPACES,
  /** The elements with vertical bars between them: {@code tags=a|b}. */
  PIPES,
  /** The properties of an object, each by name: {@code filter[name]=a&filter[size]=2}. */
  DEEP_OBJECT
}
