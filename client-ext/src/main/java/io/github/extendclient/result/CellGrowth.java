package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the spans of cells by their boxes: a free place belongs to the cell whose box covers the
 * middle of the place. Used by {@link CellBlocks} for one table.
 */
final class CellGrowth {
  private final CellGrid grid;
  private final List<TableCell> cells = new ArrayList<>();

  /** The middle of each row or column: that of its narrowest cell; null without a box. */
  private final @Nullable Double[] rowMiddles;

  private final @Nullable Double[] columnMiddles;
  private final double[] heights;
  private final double[] widths;

  CellGrowth(CellGrid grid) {
    this.grid = grid;
    this.rowMiddles = new Double[grid.rowCount()];
    this.columnMiddles = new Double[grid.columnCount()];
    this.heights = new double[rowMiddles.length];
    this.widths = new double[columnMiddles.length];
  }

  /** Assigns the free places. May be called once. */
  void fillFreePlaces() {
    for (int row = 0; row < rowMiddles.length; row++) {
      for (int column = 0; column < columnMiddles.length; column++) {
        measure(row, column);
      }
    }
    for (int row = 0; row < rowMiddles.length; row++) {
      for (int column = 0; column < columnMiddles.length; column++) {
        if (grid.at(row, column) == null) {
          fill(row, column);
        }
      }
    }
  }

  private void measure(int row, int column) {
    TableCell cell = grid.at(row, column);
    PageBox box = cell == null || cell.row() != row || cell.column() != column ? null : cell.box();
    if (cell == null || box == null) {
      return;
    }
    cells.add(cell);
    if (rowMiddles[row] == null || box.height() < heights[row]) {
      heights[row] = box.height();
      rowMiddles[row] = (box.top() + box.bottom()) / 2;
    }
    if (columnMiddles[column] == null || box.width() < widths[column]) {
      widths[column] = box.width();
      columnMiddles[column] = (box.left() + box.right()) / 2;
    }
  }

  private void fill(int row, int column) {
    Double x = columnMiddles[column];
    Double y = rowMiddles[row];
    if (x == null || y == null) {
      return;
    }
    for (TableCell cell : cells) {
      PageBox box = cell.box();
      if (box != null && cell.row() <= row && cell.column() <= column && box.contains(x, y)) {
        grow(cell, row, column);
        return;
      }
    }
  }

  private void grow(TableCell cell, int row, int column) {
    TableCell current = grid.at(cell.row(), cell.column());
    if (current != null) {
      TableCell grown =
          current.spanning(
              Math.max(current.rowSpan(), row - current.row() + 1),
              Math.max(current.columnSpan(), column - current.column() + 1));
      grid.replace(current, grown);
      grid.put(grown);
    }
  }
}
