package io.github.extendclient.generator;

/** Whether a property may be absent, and whether it may be null. */
enum Presence {
  /** Always there, never null. */
  REQUIRED,
  /** Always there, perhaps null. */
  NULLABLE,
  /** Perhaps absent, never null. */
  OPTIONAL,
  /** Perhaps absent, perhaps null; which of the two is kept. */
  OPTIONAL_NULLABLE;

  static Presence of(boolean required, boolean nullable) {
    if (required) {
      return nullable ? NULLABLE : REQUIRED;
    }
    return nullable ? OPTIONAL_NULLABLE : OPTIONAL;
  }

  /** Whether null is a value of the property, or stands for its absence. */
  boolean takesNull() {
    return this != REQUIRED;
  }

  /** Whether null stands in JSON. */
  boolean isNullable() {
    return this == NULLABLE || this == OPTIONAL_NULLABLE;
  }
}
