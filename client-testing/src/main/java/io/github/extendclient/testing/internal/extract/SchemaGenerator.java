package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Row;
import io.github.extendclient.testing.internal.document.Segment;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Generates a JSON Schema from documents: a field for each label with a value, a list for each
 * table, and types that fit the values.
 */
public final class SchemaGenerator {
  private static final Pattern MONEY =
      Pattern.compile("[$\u20ac\u00a3\u00a5]|\\b(?:USD|EUR|GBP|JPY|CHF|CAD|AUD)\\b");

  /** The certainty above that of table rows, which become lists. */
  private static final double SURE = 0.96;

  private final JsonObject properties = new JsonObject();
  private int tables;

  private SchemaGenerator() {}

  /** The schema; empty if the documents have neither labels nor tables. */
  public static Optional<JsonObject> of(List<SourceDocument> sources) {
    SchemaGenerator draft = new SchemaGenerator();
    for (SourceDocument source : sources) {
      for (LabelledValue pair : LabelledValueFinder.pairs(source)) {
        String name = name(pair.text());
        if (pair.certainty() > SURE && !name.isEmpty()) {
          draft.properties.putIfAbsent(name, nullable(pair.value(), "label", pair.text()));
        }
      }
      source.document().pages().stream()
          .flatMap(page -> page.blocks().stream())
          .filter(block -> block.kind() == Block.Kind.TABLE && block.rows().size() > 2)
          .forEach(draft::add);
    }
    return draft.properties.isEmpty() ? Optional.empty() : Optional.of(object(draft.properties));
  }

  private void add(Block table) {
    JsonObject columns = new JsonObject();
    List<Segment> heads = table.rows().get(0).segments();
    for (int column = 0; column < heads.size(); column++) {
      String name = name(heads.get(column).text());
      if (!name.isEmpty()) {
        String value = firstValue(table, column);
        columns.putIfAbsent(name, nullable(value, "column", heads.get(column).text()));
      }
    }
    if (columns.size() > 1) {
      String name = ++tables == 1 ? "line_items" : "table_" + tables;
      properties.putIfAbsent(name, JsonObject.of("type", "array").with("items", object(columns)));
    }
  }

  private static String firstValue(Block table, int column) {
    for (Row row : table.rows().subList(1, table.rows().size())) {
      if (column < row.segments().size() && !row.segments().get(column).text().isBlank()) {
        return row.segments().get(column).text();
      }
    }
    return "";
  }

  private static JsonObject nullable(String value, String what, String text) {
    String description = "Behind the " + what + " \"" + text + "\".";
    if (DateParser.date(value).isPresent()) {
      return JsonObject.of("type", List.of("string", "null"))
          .with("extend:type", "date")
          .with("description", description);
    }
    boolean number = ValueParser.number(value).isPresent();
    if (number && MONEY.matcher(value).find()) {
      return object(
              JsonObject.of("amount", JsonObject.of("type", List.of("number", "null")))
                  .with("iso_4217_currency_code", JsonObject.of("type", List.of("string", "null"))))
          .with("extend:type", "currency")
          .with("description", description);
    }
    String type = number ? "number" : ValueParser.bool(value).isPresent() ? "boolean" : "string";
    return JsonObject.of("type", List.of(type, "null")).with("description", description);
  }

  private static JsonObject object(Map<String, ?> properties) {
    return JsonObject.of("type", "object")
        .with("properties", properties)
        .with("required", List.copyOf(properties.keySet()))
        .with("additionalProperties", false);
  }

  private static String name(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
  }
}
