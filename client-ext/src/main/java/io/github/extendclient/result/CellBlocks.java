package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockType;
import io.github.extendclient.v20260209.model.TableCellDetails;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a table with a block per cell. The API gives the first place of a cell but not its spans;
 * these are derived from the merged ranges of a spreadsheet or from the boxes of the cells.
 */
final class CellBlocks {
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

  /** The most places without a cell, which take memory too. */
  private static final int MAX_EMPTY_PLACES = 1_000_000;

  /** Convert the indexes of the API to positions in the grid. */
  private record Positions(IntUnaryOperator rows, IntUnaryOperator columns) {}

  private CellBlocks() {}

  static boolean isCell(Block block) {
    return block.getDetails() instanceof TableCellDetails;
  }

  /** Returns the grid of the cells, of which there must be at least one. */
  static CellGrid grid(Block table, List<Block> blocks) {
    Positions positions = positions(blocks);
    CellGrid grid = new CellGrid(table);
    List<TableCell> cells = blocks.stream().map(block -> cell(block, positions)).toList();
    grid.addRows(cells.stream().mapToInt(TableCell::row).max().orElse(0) + 1);
    // Single cells first, so that a merged range takes only the free places.
    cells.stream().filter(cell -> !cell.isMerged()).forEach(grid::put);
    cells.stream().filter(TableCell::isMerged).forEach(grid::put);
    new CellGrowth(grid).fillFreePlaces();
    return grid;
  }

  /** Assigns blocks to the cells read from HTML, which has the spans. */
  static void attach(CellGrid grid, List<Block> blocks) {
    Positions positions = positions(blocks);
    for (Block block : blocks) {
      int row = positions.rows.applyAsInt(row(block));
      int column = positions.columns.applyAsInt(column(block));
      TableCell old = row < grid.rowCount() ? grid.at(row, column) : null;
      if (old != null && old.row() == row && old.column() == column) {
        TableCell attached =
            new TableCell(
                old.text(),
                row,
                column,
                old.rowSpan(),
                old.columnSpan(),
                old.isHeader() || isHead(block),
                block,
                PageBox.of(block));
        grid.replace(old, attached);
      }
    }
  }

  /**
   * Counts rows and columns from 0. Leaves out those without a cell if nearly all places would be
   * empty, as with cells in two corners of a spreadsheet.
   */
  private static Positions positions(List<Block> blocks) {
    int[] rows = blocks.stream().mapToInt(CellBlocks::row).sorted().distinct().toArray();
    int[] columns = blocks.stream().mapToInt(CellBlocks::column).sorted().distinct().toArray();
    double places = distance(rows) * distance(columns);
    return places > MAX_EMPTY_PLACES + 10.0 * blocks.size()
        ? new Positions(
            row -> Arrays.binarySearch(rows, row), column -> Arrays.binarySearch(columns, column))
        : new Positions(row -> row - rows[0], column -> column - columns[0]);
  }

  private static double distance(int[] sorted) {
    return (double) sorted[sorted.length - 1] - sorted[0] + 1;
  }

  private static TableCell cell(Block block, Positions positions) {
    TableCellDetails details = (TableCellDetails) block.getDetails();
    int rowSpan = 1;
    int columnSpan = 1;
    String reference = details.getCellReference();
    Matcher range = reference == null ? null : RANGE.matcher(reference);
    if (range != null && range.matches()) {
      rowSpan = Integer.parseInt(range.group(4)) - Integer.parseInt(range.group(2)) + 1;
      columnSpan = columnNumber(range.group(3)) - columnNumber(range.group(1)) + 1;
    }
    return new TableCell(
        HtmlText.withoutTags(block.getContent()),
        positions.rows.applyAsInt(row(block)),
        positions.columns.applyAsInt(column(block)),
        Math.max(1, rowSpan),
        Math.max(1, columnSpan),
        isHead(block),
        block,
        PageBox.of(block));
  }

  private static int row(Block cell) {
    return ((TableCellDetails) cell.getDetails()).getRowIndex();
  }

  private static int column(Block cell) {
    return ((TableCellDetails) cell.getDetails()).getColumnIndex();
  }

  private static boolean isHead(Block cell) {
    return cell.getType().equals(BlockType.TABLE_HEAD);
  }

  private static int columnNumber(String letters) {
    int number = 0;
    for (char letter : letters.toCharArray()) {
      number = number * 26 + letter - 'A' + 1;
    }
    return number;
  }
}
