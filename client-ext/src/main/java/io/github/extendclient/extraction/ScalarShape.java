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
import org.jspecify.annotations.Nullable;

/** Text, a number, a truth value or a date. */
record ScalarShape(String type, @Nullable String extendType, Kind kind, Conversion conversion)
    implements ItemShape {
  /** The classes that a component may have for a single value. */
  static final Map<Class<?>, ScalarShape> BY_CLASS =
      Map.of(
          String.class,
          new ScalarShape("string", null, Kind.TEXT, (json, place) -> json.asString()),
          Boolean.class,
          new ScalarShape("boolean", null, Kind.BOOLEAN, (json, place) -> json.asBoolean()),
          LocalDate.class,
          new ScalarShape("string", "date", Kind.TEXT, ScalarShape::date),
          Integer.class,
          number("integer", BigDecimal::intValueExact, "an Integer", "Long or BigDecimal"),
          Long.class,
          number("integer", BigDecimal::longValueExact, "a Long", "BigDecimal"),
          Double.class,
          number("number", ScalarShape::finiteDouble, "a Double", "BigDecimal"),
          BigDecimal.class,
          number("number", number -> number, "a BigDecimal", "String"));

  /** Turns JSON of the right kind into an object. */
  @FunctionalInterface
  interface Conversion {
    Object convert(JsonValue json, Place place);
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
  public @Nullable Object decode(JsonValue json, Place place) {
    if (!place.holds(kind, json)) {
      return null;
    }
    return conversion.convert(json, place);
  }

  private static ScalarShape number(
      String type, Function<BigDecimal, Object> exact, String className, String wider) {
    return new ScalarShape(
        type,
        null,
        Kind.NUMBER,
        (json, place) -> {
          try {
            return exact.apply(json.asNumber());
          } catch (ArithmeticException | JsonDataException e) {
            throw place.failure(
                "is a number that " + className + " cannot hold",
                "Declare the component as " + wider + ".");
          }
        });
  }

  private static Double finiteDouble(BigDecimal number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      throw new ArithmeticException("beyond the range of double");
    }
    return value;
  }

  private static LocalDate date(JsonValue json, Place place) {
    try {
      return LocalDate.parse(json.asString());
    } catch (DateTimeParseException e) {
      throw place.failure(
          "is text that is no date like 2026-02-09",
          "Declare the component as String to take the text as it stands in the document.");
    }
  }
}
