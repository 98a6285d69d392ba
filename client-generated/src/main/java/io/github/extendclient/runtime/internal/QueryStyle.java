package io.github.extendclient.runtime.internal;

/** The notation of a list or an object in a query. */
public enum QueryStyle {
  /** The name repeated for each element: {@code tags=a&tags=b}. */
  EXPLODED,
  /** The elements separated by commas: {@code tags=a,b}. */
  COMMAS,
  /** The elements separated by spaces: {@code tags=a%20b}. */
  SPACES,
  /** The elements separated by vertical bars: {@code tags=a|b}. */
  PIPES,
  /** The properties of an object, each by name: {@code filter[name]=a&filter[size]=2}. */
  DEEP_OBJECT
}
