package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Converts the text of a value to the type that the schema of a field asks for. */
final class ValueConverter {
  private ValueConverter() {}

  /** True if one text holds the whole value. This includes a currency, although it is an object. */
  static boolean isScalar(JsonObject schema) {
    if (Schemas.extendType(schema).filter("currency"::equals).isPresent()) {
      return true;
    }
    String type = Schemas.type(schema);
    return schema.containsKey("enum") || !(type.equals("object") || type.equals("array"));
  }

  static Function<String, Optional<Object>> of(JsonObject schema) {
    String extendType = Schemas.extendType(schema).orElse("");
    if (extendType.equals("date")) {
      return text -> DateParser.date(text).map(LocalDate::toString);
    }
    if (extendType.equals("currency")) {
      return ValueConverter::currency;
    }
    if (schema.get("enum") instanceof List<?> choices) {
      return text -> choice(text, choices);
    }
    return switch (Schemas.type(schema)) {
      case "number" -> text -> ValueParser.number(text).map(Object.class::cast);
      case "integer" -> text -> ValueParser.integer(text).map(Object.class::cast);
      case "boolean" -> text -> ValueParser.bool(text).map(Object.class::cast);
      default -> Optional::of;
    };
  }

  private static Optional<Object> currency(String text) {
    return ValueParser.number(text)
        .map(
            amount ->
                JsonObject.of("amount", amount)
                    .with("iso_4217_currency_code", ValueParser.currencyCode(text).orElse(null)));
  }

  /** The longest choice that the text contains, so that "not paid" is not read as "paid". */
  private static Optional<Object> choice(String text, List<?> choices) {
    String lower = text.toLowerCase(Locale.ROOT);
    return choices.stream()
        .filter(Objects::nonNull)
        .map(Object.class::cast)
        .filter(c -> lower.contains(c.toString().replace('_', ' ').toLowerCase(Locale.ROOT)))
        .max(Comparator.comparingInt(c -> c.toString().length()));
  }
}
