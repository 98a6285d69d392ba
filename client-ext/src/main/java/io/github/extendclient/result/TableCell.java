package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.TableCellDetails;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table. A merged cell is in each place that it covers.
 *
 * @param text the text without markup; empty for an empty cell
 * @param row the row of its first place, counted from 0 over header and body
 * @param column the column of its first place, counted from 0
 * @param rowSpan the number of rows, at least 1
 * @param columnSpan the number of columns, at least 1
 * @param isHeader whether the API marks it as a header cell
 * @param block the block of the cell or, if cells have no blocks, the block of the table; null for
 *     a place without a cell and for a table in a chunk without blocks
 * @param box the position of that block; null if unknown
 */
public record TableCell(
    String text,
    int row,
    int column,
    int rowSpan,
    int columnSpan,
    boolean isHeader,
    @Nullable Block block,
    @Nullable PageBox box) {
  /**
   * Returns the page of the cell.
   *
   * @return counted from 1; null for a spreadsheet or if the page is unknown
   */
  public @Nullable Integer page() {
    return block == null || block.getMetadata().getPage() == null
        ? null
        : (Integer) block.getMetadata().getPage().getNumber();
  }

  /**
   * Returns the formula of a spreadsheet cell.
   *
   * @return the formula with its equals sign; null if the cell has none or {@code
   *     excelIncludeCellMetadata} was not set
   */
  public @Nullable String formula() {
    return block != null && block.getDetails() instanceof TableCellDetails details
        ? details.getFormula()
        : null;
  }

  /**
   * Returns whether the cell covers more than one place.
   *
   * @return false for a cell of one row and one column
   */
  public boolean isMerged() {
    return rowSpan > 1 || columnSpan > 1;
  }

  TableCell spanning(int rows, int columns) {
    return rows == rowSpan && columns == columnSpan
        ? this
        : new TableCell(text, row, column, rows, columns, isHeader, block, box);
  }

  TableCell movedBy(int rows) {
    return new TableCell(text, row + rows, column, rowSpan, columnSpan, isHeader, block, box);
  }
}
