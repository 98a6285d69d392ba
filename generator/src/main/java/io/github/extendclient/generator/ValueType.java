package io.github.extendclient.generator;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a value of the specification is held, shown, read and written.
 *
 * @param kind by which token it begins
 * @param held the type of the field
 * @param shown the type of getter and setter, which differs where the text of the JSON is kept
 * @param primitive the type where the value is always there; null if it has none
 * @param adapter spells the expression of its adapter in a file
 * @param reader the method of {@code JsonAdapters} that reads it without an adapter; null for none
 * @param written whether {@code JsonAdapters.write} takes it without an adapter
 * @param text the constant of {@code TextFormat} that turns held text into what is shown; null if
 *     it is shown as it is held
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

  /** What a value is in JSON, and how it is read. */
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

  /** The token that values begin with; null if any may. */
  @Nullable String token() {
    return kind.token;
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

  /** Read and written by an adapter alone. */
  static ValueType adapted(Kind kind, JavaType type, Function<Imports, String> adapter) {
    return new ValueType(kind, type, type, null, adapter, null, false, null);
  }

  /** Kept as text, and converted where it is asked for. */
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

  /** A constant of a class that users do not see. */
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
