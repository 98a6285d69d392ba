package io.github.extendclient.result;

import io.github.extendclient.runtime.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts the text of a cell to the JSON that the API would return for the value. A text that
 * cannot be converted stays text, so that reading the record reports it.
 */
final class CellValues {
  private static final Set<String> TRUE = Set.of("true", "yes", "y", "x", "✓", "✔", "☑", "☒");
  private static final Set<String> FALSE = Set.of("false", "no", "n", "☐");

  private final NumberTexts numbers;
  private final DateTexts dates;

  private CellValues(NumberTexts numbers, DateTexts dates) {
    this.numbers = numbers;
    this.dates = dates;
  }

  static CellValues of(Table table, @Nullable Locale locale) {
    List<String> texts = table.rows().stream().flatMap(row -> row.texts().stream()).toList();
    return new CellValues(NumberTexts.of(texts, locale), DateTexts.of(texts, locale));
  }

  /** Returns whether a schema expects a single value, which a cell can contain. */
  static boolean reads(Map<String, JsonValue> schema) {
    return schema.containsKey("enum")
        || isExtendType(schema, "currency")
        || types(schema).noneMatch(type -> type.equals("array") || type.equals("object"));
  }

  JsonValue json(String text, Map<String, JsonValue> schema) {
    String value = text.strip();
    if (value.isEmpty()) {
      return JsonValue.NULL;
    }
    if (schema.containsKey("enum")) {
      return JsonValue.of(choice(value, schema.get("enum").asArray()));
    }
    if (isExtendType(schema, "date")) {
      LocalDate date = dates.read(value);
      return JsonValue.of(date == null ? text : date.toString());
    }
    if (isExtendType(schema, "currency")) {
      return currency(text);
    }
    List<String> types = types(schema).toList();
    if (types.contains("number") || types.contains("integer")) {
      BigDecimal number = numbers.read(value);
      return number == null ? JsonValue.of(text) : JsonValue.of(number);
    }
    if (types.contains("boolean")) {
      return truth(value);
    }
    return JsonValue.of(text);
  }

  private static String choice(String text, List<JsonValue> choices) {
    return choices.stream()
        .filter(choice -> !choice.isNull())
        .map(JsonValue::asString)
        .filter(choice -> choice.equalsIgnoreCase(text))
        .findFirst()
        .orElse(text);
  }

  private static JsonValue truth(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return JsonValue.of(true);
    }
    return FALSE.contains(word) ? JsonValue.of(false) : JsonValue.of(text);
  }

  private JsonValue currency(String text) {
    BigDecimal amount = numbers.read(text.strip());
    if (amount == null) {
      return JsonValue.of(text);
    }
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("amount", amount);
    value.put("iso_4217_currency_code", Currencies.code(text));
    return JsonValue.of(value);
  }

  private static boolean isExtendType(Map<String, JsonValue> schema, String type) {
    JsonValue found = schema.get("extend:type");
    return found != null && found.asString().equals(type);
  }

  private static Stream<String> types(Map<String, JsonValue> schema) {
    JsonValue type = schema.get("type");
    if (type == null) {
      return Stream.empty();
    }
    return type.json().startsWith("[")
        ? type.asArray().stream().map(JsonValue::asString)
        : Stream.of(type.asString());
  }
}
