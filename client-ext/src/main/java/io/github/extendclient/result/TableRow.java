package io.github.extendclient.result;

import java.util.List;

/**
 * A row of a table.
 *
 * @param index counted from 0 over header and body
 * @param cells one cell per column; a merged cell is in each place that it covers
 */
public record TableRow(int index, List<TableCell> cells) {
  /**
   * Creates a row.
   *
   * @param index counted from 0 over header and body
   * @param cells one cell per column
   */
  public TableRow {
    cells = List.copyOf(cells);
  }

  /**
   * Returns the texts of the cells.
   *
   * @return one text per column; the text of a merged cell is in each place that it covers
   */
  public List<String> texts() {
    return cells.stream().map(TableCell::text).toList();
  }

  /** Returns whether this is a header row: all its cells with text are header cells. */
  boolean isHeader() {
    return cells.stream().anyMatch(TableCell::isHeader)
        && cells.stream().allMatch(cell -> cell.isHeader() || cell.text().isEmpty());
  }
}
