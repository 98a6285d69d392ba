package io.github.extendclient.generator;

/** Whether a property may be absent or null. */
enum Presence {
  /** Always present, never null. */
  REQUIRED,
  /** Always present, possibly null. */
  NULLABLE,
  /** Possibly absent, never null. */
  OPTIONAL,
  /** Possibly absent, possibly null; the two are distinguished. */
  OPTIONAL_NULLABLE;

  static Presence of(boolean required, boolean nullable) {
    if (required) {
      return nullable ? NULLABLE : REQUIRED;
    }
    return nullable ? OPTIONAL_NULLABLE : OPTIONAL;
  }

  /** Returns whether null is a value of the property or represents its absence. */
  boolean takesNull() {
    return this != REQUIRED;
  }

  /** Returns whether the property may be null in JSON. */
  boolean isNullable() {
    return this == NULLABLE || this == OPTIONAL_NULLABLE;
  }
}
