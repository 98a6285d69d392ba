package io.github.extendclient.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A record that no extraction schema can be made of. Thrown when the schema is made, before any
 * call; the message names the record, the component and what to declare in its place.
 */
public final class UnsupportedRecordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Class<?> record;
  private final @Nullable String component;

  UnsupportedRecordException(Class<?> record, @Nullable String component, String message) {
    super(message);
    this.record = record;
    this.component = component;
  }

  /**
   * The record with the problem, which may stand inside the one that was given.
   *
   * @return the class, which may be no record at all
   */
  public Class<?> record() {
    return record;
  }

  /**
   * The component with the problem.
   *
   * @return its Java name; null if the problem is the record's own
   */
  public @Nullable String component() {
    return component;
  }
}
