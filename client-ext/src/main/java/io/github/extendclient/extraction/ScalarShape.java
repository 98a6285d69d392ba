package io.github.extendclient.extraction;

import com.squareup.moshi.JsonDataException;
import io.github.extendclient.runtime.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text, number, boolean or date. */
record ScalarShape(String type, @Nullable String extendType, Kind kind, Conversion conversion)
    implements ItemShape {
  /** The supported component classes for single values. */
  static final Map<Class<?>, ScalarShape> BY_CLASS =
      Map.of(
          String.class,
          new ScalarShape("string", null, Kind.TEXT, (json, path, mismatches) -> json.asString()),
          Boolean.class,
          new ScalarShape(
              "boolean", null, Kind.BOOLEAN, (json, path, mismatches) -> json.asBoolean()),
          LocalDate.class,
          new ScalarShape("string", "date", Kind.TEXT, ScalarShape::date),
          Integer.class,
          number("integer", "an Integer", BigDecimal::intValueExact),
          Long.class,
          number("integer", "a Long", BigDecimal::longValueExact),
          Double.class,
          number("number", "a Double", ScalarShape::finiteDouble),
          BigDecimal.class,
          number("number", "a BigDecimal", number -> number));

  /** A number in JSON's notation, the only text that a lenient reading accepts as a number. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  /** Converts JSON of the right kind to an object. */
  @FunctionalInterface
  interface Conversion {
    @Nullable Object convert(JsonValue json, ValuePath path, Mismatches mismatches);
  }

  @Override
  public Map<String, @Nullable Object> property(@Nullable String description) {
    return schema(List.of(type, "null"), description);
  }

  @Override
  public Map<String, @Nullable Object> item() {
    return schema(type, null);
  }

  private Map<String, @Nullable Object> schema(Object types, @Nullable String description) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", types);
    if (extendType != null) {
      schema.put("extend:type", extendType);
    }
    if (description != null) {
      schema.put("description", description);
    }
    return schema;
  }

  @Override
  public @Nullable Object convert(JsonValue json, ValuePath path, Mismatches mismatches) {
    return conversion.convert(json, path, mismatches);
  }

  @Override
  public @Nullable Object replacement(JsonValue json, ValuePath path) {
    return kind == Kind.NUMBER && Kind.of(json) == Kind.TEXT
        ? numberInText(json.asString().strip(), path)
        : null;
  }

  private @Nullable Object numberInText(String text, ValuePath path) {
    return NUMBER.matcher(text).matches()
        ? conversion.convert(JsonValue.ofJson(text), path, mismatch -> null)
        : null;
  }

  private static ScalarShape number(
      String type, String className, Function<BigDecimal, Object> exact) {
    return new ScalarShape(
        type,
        null,
        Kind.NUMBER,
        (json, path, mismatches) -> {
          try {
            return exact.apply(json.asNumber());
          } catch (ArithmeticException | JsonDataException e) {
            return mismatches.note(
                Mismatch.ofValue(
                    path,
                    json,
                    className,
                    "is a number that " + className + " cannot hold",
                    widerClass(json)));
          }
        });
  }

  /** Names the classes that can hold the number. */
  private static String widerClass(JsonValue json) {
    try {
      json.asNumber().longValueExact();
      return "Declare the component as Long or BigDecimal.";
    } catch (ArithmeticException notLong) {
      return "Declare the component as BigDecimal.";
    } catch (JsonDataException notBigDecimal) {
      return "No class holds it; " + Mismatch.LENIENT;
    }
  }

  private static Double finiteDouble(BigDecimal number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      throw new ArithmeticException("beyond the range of double");
    }
    return value;
  }

  private static @Nullable Object date(JsonValue json, ValuePath path, Mismatches mismatches) {
    try {
      return LocalDate.parse(json.asString());
    } catch (DateTimeParseException e) {
      return mismatches.note(
          Mismatch.ofValue(
              path,
              json,
              "a date such as 2026-02-09",
              "is text, but not a date such as 2026-02-09",
              Mismatch.STRING_OR_LENIENT));
    }
  }
}
