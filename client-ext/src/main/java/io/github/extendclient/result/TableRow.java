package io.github.extendclient.result;

import java.util.List;

/**
 * A row of a table.
 *
 * @param index counted from 0 over header and body
 * @param cells one for each column; a merged cell stands in each place it covers
 */
public record TableRow(int index, List<TableCell> cells) {
  /**
   * A row.
   *
   * @param index counted from 0 over header and body
   * @param cells one for each column
   */
  public TableRow {
    cells = List.copyOf(cells);
  }

  /**
   * The texts of the cells.
   *
   * @return one for each column; the text of a merged cell is in each place it covers
   */
  public List<String> texts() {
    return cells.stream().map(TableCell::text).toList();
  }

  /** Whether this is a row of the header: all its cells with text are head cells. */
  boolean isHeader() {
    return cells.stream().anyMatch(TableCell::isHeader)
        && cells.stream().allMatch(cell -> cell.isHeader() || cell.text().isEmpty());
  }
}
