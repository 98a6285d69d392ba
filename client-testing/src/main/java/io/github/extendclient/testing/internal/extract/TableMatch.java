package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Budget;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.document.Row;
import io.github.extendclient.testing.internal.document.Segment;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table whose column headers match the fields of the items of a list. */
final class TableMatch {
  /**
   * The value of a field in one row.
   *
   * @param value {@code null} if the cell is empty or not of the field's type
   * @param similarity of the field's name and the column's head
   */
  record Cell(String column, @Nullable Object value, double similarity, Citation at) {}

  private final SourceDocument source;
  private final Page page;
  private final List<Row> tableRows;
  private final JsonObject properties;
  private final Map<String, Integer> columns;

  private TableMatch(SourceDocument source, Page page, Block table, JsonObject properties) {
    this.source = source;
    this.page = page;
    this.tableRows = table.rows();
    this.properties = properties;
    this.columns = columns(table.rows().get(0), properties);
  }

  /**
   * The tables with the best match, in reading order; none if fewer than half of the fields match.
   */
  static List<TableMatch> best(List<SourceDocument> sources, JsonObject properties, Budget budget) {
    List<TableMatch> matches = new ArrayList<>();
    for (SourceDocument source : sources) {
      budget.beginStep();
      for (Page page : source.document().pages()) {
        for (Block block : page.blocks()) {
          if (block.kind() == Block.Kind.TABLE) {
            matches.add(new TableMatch(source, page, block, properties));
          }
        }
      }
    }
    int most = matches.stream().mapToInt(match -> match.columns.size()).max().orElse(0);
    if (most == 0 || most * 2 < properties.size()) {
      return List.of();
    }
    return matches.stream().filter(match -> match.columns.size() == most).toList();
  }

  /** The rows that are items: at least half of their cells have the right type. */
  List<Map<String, Cell>> rows() {
    List<Map<String, Cell>> rows = new ArrayList<>();
    for (Row row : tableRows.subList(1, tableRows.size())) {
      Map<String, Cell> cells = new LinkedHashMap<>();
      columns.forEach((name, column) -> cells.put(name, cell(name, row, column)));
      long filled = cells.values().stream().filter(cell -> cell.value() != null).count();
      if (filled * 2 > columns.size()) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private Cell cell(String name, Row row, int column) {
    Segment segment = row.segments().get(column);
    String head = tableRows.get(0).segments().get(column).text();
    Optional<Object> value =
        segment.text().isEmpty()
            ? Optional.empty()
            : ValueConverter.of(Schemas.object(properties.get(name))).apply(segment.text());
    Citation at = new Citation(source.fileId(), page, segment.text(), segment.box());
    return new Cell(
        head, value.orElse(null), LabelWords.of(name).similarity(LabelWords.of(head)), at);
  }

  /** The column of each field. The most similar pairs are assigned first, and no column twice. */
  private static Map<String, Integer> columns(Row heads, JsonObject properties) {
    record Candidate(String name, int column, double similarity) {}
    List<Candidate> candidates = new ArrayList<>();
    for (String name : properties.keySet()) {
      for (int column = 0; column < heads.segments().size(); column++) {
        LabelWords head = LabelWords.of(heads.segments().get(column).text());
        double similarity = LabelWords.of(name).similarity(head);
        if (similarity >= Extractor.THRESHOLD) {
          candidates.add(new Candidate(name, column, similarity));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::similarity).reversed());
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      if (!columns.containsKey(candidate.name()) && !columns.containsValue(candidate.column())) {
        columns.put(candidate.name(), candidate.column());
      }
    }
    return columns;
  }
}
