package io.github.extendclient.testing.internal.document;

import java.util.ArrayList;
import java.util.List;

/** Fills the rows of a table up to the same length. */
final class Tables {
  private Tables() {}

  /** The rows, filled up with empty cells to the longest row if they are a table. */
  static List<Row> rectangular(Block.Kind kind, List<Row> rows, Budget budget) {
    if (kind != Block.Kind.TABLE) {
      return List.copyOf(rows);
    }
    int width = rows.stream().mapToInt(row -> row.segments().size()).max().orElse(0);
    return rows.stream().map(row -> filled(row, width, budget)).toList();
  }

  private static Row filled(Row row, int width, Budget budget) {
    budget.addCharacters(width - row.segments().size());
    List<Segment> cells = new ArrayList<>(row.segments());
    while (cells.size() < width) {
      cells.add(Segment.of(""));
    }
    return new Row(cells);
  }
}
