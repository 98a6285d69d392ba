package io.github.extendclient.extraction;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a record has no extraction schema, when the schema is made and before any call. The
 * message names the record, the component and what to declare instead.
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
   * Returns the record with the problem, which may be nested in the given one.
   *
   * @return the class; not a record if the given class is none
   */
  public Class<?> record() {
    return record;
  }

  /**
   * Returns the component with the problem.
   *
   * @return its Java name; null if the problem concerns the record itself
   */
  public @Nullable String component() {
    return component;
  }
}
