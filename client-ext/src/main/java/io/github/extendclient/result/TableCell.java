package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.TableCellDetails;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table. A merged cell is one cell that stands in each place it covers.
 *
 * @param text without markup; empty for an empty cell
 * @param row of its first place, counted from 0 over header and body
 * @param column of its first place, counted from 0
 * @param rowSpan how many rows it covers, at least 1
 * @param columnSpan how many columns it covers, at least 1
 * @param isHeader whether the API says that it is a head cell
 * @param block the block of the cell or, if the API gives no blocks for cells, the block that holds
 *     the table; null for a place that no cell covers, and for a table in a chunk without blocks
 * @param box where that block stands; null if that is not known
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
   * The page of the cell.
   *
   * @return counted from 1; null in a spreadsheet and where the page is not known
   */
  public @Nullable Integer page() {
    return block == null || block.getMetadata().getPage() == null
        ? null
        : (Integer) block.getMetadata().getPage().getNumber();
  }

  /**
   * The formula of the cell of a spreadsheet.
   *
   * @return with the equals sign; null if there is none, and unless {@code
   *     excelIncludeCellMetadata} was set
   */
  public @Nullable String formula() {
    return block != null && block.getDetails() instanceof TableCellDetails details
        ? details.getFormula()
        : null;
  }

  /**
   * Whether it covers more than one place.
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
