package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.document.Budget;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fills a JSON Schema by matching the names of its fields with the labels of a document. This is a
 * simulation: it finds values next to or below a label, and rows of tables, but nothing that needs
 * understanding. A value that is not found is {@code null}. The metadata of each field says how its
 * value was found.
 */
public final class Extractor {
  /** The lowest similarity at which a label is used for a field. */
  static final double THRESHOLD = 0.55;

  /** The lowest similarity for a label without a colon, whose value may be any text next to it. */
  private static final double UNMARKED_THRESHOLD = 0.7;

  private static final double UNMARKED = 0.94;

  private final List<SourceDocument> sources;
  private final Budget budget;
  private final List<LabelledValue> pairs = new ArrayList<>();
  private final boolean citations;
  private final boolean confidences;
  private final JsonObject metadata = new JsonObject();

  private Extractor(List<SourceDocument> sources, JsonObject config, Budget budget) {
    this.sources = sources;
    this.budget = budget;
    Object citationsEnabled = Schemas.object(config.get("advancedOptions")).get("citationsEnabled");
    this.citations = !Boolean.FALSE.equals(citationsEnabled);
    this.confidences = !"extraction_light".equals(config.get("baseProcessor"));
    sources.forEach(source -> pairs.addAll(LabelledValueFinder.pairs(source)));
  }

  /**
   * Rejects a schema that the API rejects.
   *
   * @param path names the schema in the message
   * @throws io.github.extendclient.testing.internal.json.Fields.InvalidFieldException naming the
   *     place in the schema
   */
  public static void checkSchema(JsonObject schema, String path) {
    Schemas.check(schema, path);
  }

  /**
   * Extracts from several documents as if they were one.
   *
   * @param config an {@code ExtractConfig}; without a schema, every label becomes a field
   */
  public static Extraction extract(List<SourceDocument> sources, JsonObject config, Budget budget) {
    Extractor extractor = new Extractor(sources, config, budget);
    JsonObject schema = Schemas.object(config.get("schema"));
    JsonObject value =
        config.containsKey("schema")
            ? extractor.object(schema, "", LabelWords.of(""))
            : extractor.everyLabel();
    long pages = sources.stream().mapToLong(source -> source.document().pages().size()).sum();
    return new Extraction(value, extractor.metadata, pages);
  }

  private JsonObject object(JsonObject schema, String path, LabelWords context) {
    JsonObject value = new JsonObject();
    Schemas.properties(schema)
        .forEach(
            (name, property) -> {
              String fieldPath = path.isEmpty() ? name : path + "." + name;
              value.put(
                  name, field(Schemas.object(property), fieldPath, LabelWords.of(name), context));
            });
    return value;
  }

  private @Nullable Object field(
      JsonObject schema, String path, LabelWords name, LabelWords context) {
    if (ValueConverter.isScalar(schema)) {
      return scalar(ValueConverter.of(schema), path, name, context);
    }
    if (Schemas.type(schema).equals("array")) {
      return array(Schemas.object(schema.get("items")), path, name);
    }
    return object(schema, path, context.with(name));
  }

  private @Nullable Object scalar(
      Function<String, Optional<Object>> conversion,
      String path,
      LabelWords name,
      LabelWords context) {
    budget.beginStep();
    Match best = null;
    for (LabelledValue pair : pairs) {
      double similarity =
          Math.max(name.similarity(pair.label()), context.with(name).similarity(pair.label()));
      double threshold = pair.certainty() < UNMARKED ? UNMARKED_THRESHOLD : THRESHOLD;
      double score = similarity * pair.certainty();
      if (similarity >= threshold && (best == null || score > best.score())) {
        Optional<Object> value = conversion.apply(pair.value());
        if (value.isPresent()) {
          best = new Match(pair, value.get(), score);
        }
      }
    }
    if (best == null) {
      addMetadata(path, null, null, "no label fits the name of this field");
      return null;
    }
    String how = "the text " + best.pair().manner() + " of \"" + best.pair().text() + "\"";
    addMetadata(path, best.score(), best.pair().at(), how);
    return best.value();
  }

  private record Match(LabelledValue pair, Object value, double score) {}

  private List<@Nullable Object> array(JsonObject items, String path, LabelWords name) {
    if (ValueConverter.isScalar(items)) {
      return scalars(ValueConverter.of(items), path, name);
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (TableMatch table : TableMatch.best(sources, Schemas.properties(items), budget)) {
      for (Map<String, TableMatch.Cell> row : table.rows()) {
        String itemPath = path + "[" + values.size() + "]";
        JsonObject item = new JsonObject();
        Schemas.properties(items)
            .forEach(
                (property, schema) -> {
                  TableMatch.Cell cell = row.get(property);
                  String cellPath = itemPath + "." + property;
                  item.put(property, cell(cell, Schemas.object(schema), cellPath));
                });
        values.add(item);
      }
    }
    return values;
  }

  private @Nullable Object cell(TableMatch.@Nullable Cell cell, JsonObject schema, String path) {
    if (!ValueConverter.isScalar(schema)) {
      return Schemas.type(schema).equals("array") ? List.of() : emptyObject(schema, path);
    }
    if (cell == null || cell.value() == null) {
      addMetadata(path, null, null, "the table has no such value");
      return null;
    }
    String how = "the table's column \"" + cell.column() + "\"";
    addMetadata(path, cell.similarity(), cell.at(), how);
    return cell.value();
  }

  private JsonObject emptyObject(JsonObject schema, String path) {
    JsonObject value = new JsonObject();
    Schemas.properties(schema)
        .forEach(
            (name, property) ->
                value.put(name, cell(null, Schemas.object(property), path + "." + name)));
    return value;
  }

  /** Reads a list after a label; commas or semicolons separate its items. */
  private List<@Nullable Object> scalars(
      Function<String, Optional<Object>> conversion, String path, LabelWords name) {
    Optional<LabelledValue> pair =
        pairs.stream()
            .filter(candidate -> name.similarity(candidate.label()) >= UNMARKED_THRESHOLD)
            .max(Comparator.comparingDouble(p -> name.similarity(p.label()) * p.certainty()));
    List<@Nullable Object> values = new ArrayList<>();
    pair.ifPresent(
        found -> {
          for (String part : found.value().split("\\s*[;,]\\s*")) {
            conversion
                .apply(part)
                .ifPresent(
                    value -> {
                      String how = "a part of the text behind \"" + found.text() + "\"";
                      double score = name.similarity(found.label()) * found.certainty();
                      addMetadata(path + "[" + values.size() + "]", score, found.at(), how);
                      values.add(value);
                    });
          }
        });
    return values;
  }

  /** Without a schema, each text before a colon is the name of a field. */
  private JsonObject everyLabel() {
    JsonObject value = new JsonObject();
    for (LabelledValue pair : pairs) {
      String name =
          pair.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("_$", "");
      if (pair.certainty() > UNMARKED && !name.isEmpty() && !value.containsKey(name)) {
        value.put(name, pair.value());
        String how = "the text " + pair.manner() + " of \"" + pair.text() + "\"";
        addMetadata(name, pair.certainty(), pair.at(), how);
      }
    }
    return value;
  }

  private void addMetadata(
      String path, @Nullable Double score, @Nullable Citation citation, String how) {
    BigDecimal confidence =
        score == null || !confidences
            ? null
            : BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP);
    JsonObject entry = JsonObject.of("ocrConfidence", null).with("logprobsConfidence", confidence);
    if (citations) {
      entry.put("citations", citation == null ? List.of() : List.of(citation.toJson()));
    }
    String insight = "Simulated by matching labels: " + how + ".";
    entry.put("insights", List.of(JsonObject.of("type", "reasoning").with("content", insight)));
    metadata.put(path, entry);
  }
}
