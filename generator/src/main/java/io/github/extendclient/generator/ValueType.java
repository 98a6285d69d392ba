package io.github.extendclient.generator;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Java types and the reading and writing code for a value of the specification.
 *
 * @param kind the kind of its first token
 * @param held the type of the field
 * @param shown the type of getter and setter, which differs if the field keeps the JSON text
 * @param primitive the type of a value that is always present; null if there is no primitive type
 * @param adapter returns the expression for its adapter in a file
 * @param reader the method of the builder that reads it; null if its adapter does
 * @param written whether {@code JsonAdapters.write} accepts it without an adapter
 * @param text the constant of {@code TextFormat} that converts the held text to the shown type;
 *     null if they are the same
 */
record ValueType(
    Kind kind,
    JavaType held,
    JavaType shown,
    @Nullable String primitive,
    Function<Imports, String> adapter,
    @Nullable String reader,
    boolean written,
    @Nullable String text) {
  /** Text without a format. */
  static final ValueType STRING =
      new ValueType(
          Kind.STRING,
          JavaType.STRING,
          JavaType.STRING,
          null,
          internal("JsonAdapters", "STRING"),
          "readString",
          true,
          null);

  /** A time, which is kept as the text that the API sent. */
  static final ValueType DATE_TIME =
      new ValueType(
          Kind.STRING,
          JavaType.of(ValueTypes.DATE_TIME),
          JavaType.of("java.time.OffsetDateTime"),
          null,
          internal("JsonAdapters", "DATE_TIME"),
          "readDateTime",
          false,
          null);

  /** A number without a format. */
  static final ValueType DECIMAL =
      new ValueType(
          Kind.DECIMAL,
          JavaType.of("java.math.BigDecimal"),
          JavaType.of("java.math.BigDecimal"),
          null,
          internal("JsonAdapters", "DECIMAL"),
          "readDecimal",
          false,
          null);

  /** The kind of a value in JSON. */
  enum Kind {
    STRING("STRING"),
    BOOLEAN("BOOLEAN"),
    INTEGER("NUMBER"),
    LONG("NUMBER"),
    DOUBLE("NUMBER"),
    DECIMAL("NUMBER"),
    INTEGER_ENUM("NUMBER"),
    OBJECT("BEGIN_OBJECT"),
    ARRAY("BEGIN_ARRAY"),
    /** A union. */
    UNION(null),
    /** Free-form JSON. */
    ANY(null);

    private final @Nullable String token;

    Kind(@Nullable String token) {
      this.token = token;
    }
  }

  /** Returns the first token of values; null for any. */
  @Nullable String token() {
    return kind.token;
  }

  /** Returns whether the builder reads it, not an adapter. */
  boolean isScalar() {
    return reader != null || kind == Kind.INTEGER_ENUM;
  }

  boolean isUnion() {
    return kind == Kind.UNION;
  }

  static ValueType scalar(String type, String primitive, String adapter, boolean written) {
    return new ValueType(
        Kind.valueOf(adapter),
        JavaType.of(type),
        JavaType.of(type),
        primitive,
        internal("JsonAdapters", adapter),
        "read" + type.substring(type.lastIndexOf('.') + 1),
        written,
        null);
  }

  /** Returns a type that only an adapter reads and writes. */
  static ValueType adapted(Kind kind, JavaType type, Function<Imports, String> adapter) {
    return new ValueType(kind, type, type, null, adapter, null, false, null);
  }

  /** Returns a type kept as text, and converted on access. */
  static ValueType text(String type, String format) {
    return new ValueType(
        Kind.STRING,
        JavaType.STRING,
        JavaType.of(type),
        null,
        internal("JsonAdapters", "STRING"),
        "readString",
        true,
        format);
  }

  /** Returns a constant of a class of the internal package. */
  static Function<Imports, String> internal(String type, String constant) {
    return imports -> imports.use(ValueTypes.INTERNAL + type) + "." + constant;
  }

  boolean isDateTime() {
    return held.name().equals(ValueTypes.DATE_TIME);
  }

  boolean isList() {
    return held.name().equals("java.util.List");
  }

  boolean isMap() {
    return held.name().equals("java.util.Map");
  }
}
