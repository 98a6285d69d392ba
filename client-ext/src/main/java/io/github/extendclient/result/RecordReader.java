package io.github.extendclient.result;

import io.github.extendclient.extraction.Extracted;
import io.github.extendclient.extraction.ExtractionProblem;
import io.github.extendclient.extraction.ExtractionSchema;
import io.github.extendclient.runtime.JsonValue;
import java.lang.reflect.RecordComponent;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table as records: maps names to columns, texts to JSON, and JSON to the
 * record.
 */
final class RecordReader {
  /**
   * A component with a column.
   *
   * @param key the key in JSON
   * @param schema the schema of the component
   * @param column the index of the column
   */
  private record Source(String key, Map<String, JsonValue> schema, int column) {}

  private RecordReader() {}

  static <R extends Record> TableRecords<R> read(
      Table table, Class<R> type, @Nullable Locale locale) {
    ExtractionSchema<R> schema = ExtractionSchema.of(type);
    List<Source> sources = sources(table, type, schema);
    CellValues values = CellValues.of(table, locale);
    List<R> records = new ArrayList<>();
    List<ExtractionProblem> problems = new ArrayList<>();
    for (TableRow row : table.rows()) {
      Map<String, JsonValue> json = new LinkedHashMap<>();
      for (Source source : sources) {
        String text = row.cells().get(source.column).text();
        json.put(source.key, values.json(text, source.schema));
      }
      Extracted<R> extracted = schema.decodeLenient(json);
      int index = records.size();
      records.add(extracted.value());
      extracted.problems().forEach(problem -> problems.add(inRow(problem, index)));
    }
    return new TableRecords<>(records, problems);
  }

  private static ExtractionProblem inRow(ExtractionProblem problem, int row) {
    return new ExtractionProblem(
        "$[" + row + "]" + problem.path().substring(1),
        problem.expected(),
        problem.problem(),
        problem.json(),
        problem.readAs());
  }

  private static List<Source> sources(
      Table table, Class<? extends Record> type, ExtractionSchema<?> schema) {
    if (table.header().isEmpty()) {
      throw new IllegalArgumentException(
          "The table has no header that names its columns. Take its first row as the header with"
              + " withHeaderRows(1), or name the columns with withHeader(...).");
    }
    List<String> header = table.header().stream().map(RecordReader::plain).toList();
    List<Source> sources = new ArrayList<>();
    RecordComponent[] components = type.getRecordComponents();
    int index = 0;
    for (var property : properties(schema).entrySet()) {
      String name = components[index++].getName();
      int column = header.indexOf(plain(property.getKey()));
      if (column < 0) {
        column = header.indexOf(plain(name));
      }
      if (column >= 0) {
        sources.add(source(type, name, property, column));
      }
    }
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(
          "No column of "
              + table.header()
              + " belongs to a component of "
              + type.getName()
              + ". Name the columns with withHeader(...), or the components with @Name(\"...\").");
    }
    return sources;
  }

  private static Source source(
      Class<?> type, String name, Map.Entry<String, JsonValue> property, int column) {
    Map<String, JsonValue> schema = property.getValue().asObject();
    if (!CellValues.reads(schema)) {
      throw new IllegalArgumentException(
          "The component "
              + name
              + " of the record "
              + type.getName()
              + " is more than the text of a cell can be. Declare a single value.");
    }
    return new Source(property.getKey(), schema, column);
  }

  private static Map<String, JsonValue> properties(ExtractionSchema<?> schema) {
    return schema.json().get("properties").asObject();
  }

  /** Returns the letters and digits of a name in lower case, without accents. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
