package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arranges cells in rows and columns, for the readers of cell blocks, HTML and Markdown. Not
 * thread-safe.
 */
final class CellGrid {
  /** The largest column span in HTML. */
  private static final int MAX_COLUMNS = 1000;

  private final List<List<@Nullable TableCell>> rows = new ArrayList<>();
  private final @Nullable Block table;

  /**
   * Creates an empty grid.
   *
   * @param table the block that contains the table, or null
   */
  CellGrid(@Nullable Block table) {
    this.table = table;
  }

  int rowCount() {
    return rows.size();
  }

  int columnCount() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  void addRows(int count) {
    while (rows.size() < count) {
      rows.add(new ArrayList<>());
    }
  }

  @Nullable TableCell at(int row, int column) {
    List<@Nullable TableCell> cells = rows.get(row);
    return column < cells.size() ? cells.get(column) : null;
  }

  /** Returns the first free column of a row. */
  int firstFree(int row) {
    int column = 0;
    while (at(row, column) != null) {
      column++;
    }
    return column;
  }

  /**
   * Puts a cell without its own block into its places. The rows must exist; a longer row span is
   * cut.
   */
  void put(int row, int column, int rowSpan, int columnSpan, String text, boolean isHeader) {
    PageBox box = table == null ? null : PageBox.of(table);
    put(new TableCell(text, row, column, rowSpan, columnSpan, isHeader, table, box));
  }

  /** Puts a cell into those of its places that are free. */
  void put(TableCell cell) {
    int rowSpan = Math.max(1, Math.min(cell.rowSpan(), rows.size() - cell.row()));
    int columnSpan = Math.max(1, Math.min(cell.columnSpan(), MAX_COLUMNS - cell.column()));
    TableCell placed = cell.spanning(rowSpan, columnSpan);
    for (int row = cell.row(); row < cell.row() + rowSpan; row++) {
      for (int column = cell.column(); column < cell.column() + columnSpan; column++) {
        set(row, column, placed);
      }
    }
  }

  /** Replaces a cell in all its places. */
  void replace(TableCell old, TableCell replacement) {
    for (List<@Nullable TableCell> row : rows) {
      row.replaceAll(cell -> cell == old ? replacement : cell);
    }
  }

  private void set(int row, int column, TableCell cell) {
    List<@Nullable TableCell> cells = rows.get(row);
    while (cells.size() <= column) {
      cells.add(null);
    }
    if (cells.get(column) == null) {
      cells.set(column, cell);
    }
  }

  /** Returns the rows, each with a cell in every column. */
  List<TableRow> toRows() {
    int columns = columnCount();
    List<TableRow> result = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<TableCell> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        TableCell cell = at(row, column);
        cells.add(cell != null ? cell : new TableCell("", row, column, 1, 1, false, null, null));
      }
      result.add(new TableRow(row, cells));
    }
    return result;
  }
}
