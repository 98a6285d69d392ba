package io.github.extendclient.result;

import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockMetadataSheet;
import io.github.extendclient.v20260209.model.Chunk;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a parse run.
 *
 * <pre>{@code
 * for (Table table : Tables.of(run)) {
 *   Files.writeString(path, table.toCsv());
 *   TableRecords<LineItem> items = table.toRecords(LineItem.class);
 * }
 * }</pre>
 *
 * <p>A table is read from the blocks of its cells, if the run had {@code cellBlocksEnabled},
 * otherwise from the HTML or Markdown in its block. {@code targetFormat} {@code html} with {@code
 * cellBlocksEnabled} gives the most detail: merged cells from HTML, and the position of each cell
 * from its block. The trap: with the target {@code spatial}, there are tables only if cells have
 * blocks.
 *
 * <p>A table that spans pages is one table, see {@link Table#parts()}. Two tables are joined if
 * they have the same columns, only headers, footers and page numbers are between them, they are on
 * consecutive pages, and the second has no header or repeats that of the first.
 */
public final class Tables {
  private Tables() {}

  /**
   * Returns the tables of a run.
   *
   * @param run a {@code PROCESSED} run with its output in the response
   * @return an unmodifiable list in reading order
   * @throws IllegalArgumentException if the run has no output
   */
  public static List<Table> of(ParseRun run) {
    return of(Outputs.of(run));
  }

  /**
   * Returns the tables of an output, such as one downloaded from its URL.
   *
   * @param output the output of a parse run
   * @return an unmodifiable list in reading order
   */
  public static List<Table> of(ParseRunOutput output) {
    Map<String, List<Block>> cells = looseCells(output);
    TableJoiner joiner = new TableJoiner();
    for (Chunk chunk : output.getChunks()) {
      for (Block block : chunk.getBlocks()) {
        if (!CellBlocks.isCell(block) || block.getParentBlockId() == null) {
          joiner.add(block, tables(block, cells.getOrDefault(block.getId(), List.of())));
        }
      }
      if (chunk.getBlocks().isEmpty()) {
        grids(chunk.getContent(), null).forEach(grid -> joiner.addLone(table(grid, null)));
      }
    }
    return joiner.tables();
  }

  /**
   * Returns the cell blocks that are siblings of their table block, not children, by the ID of the
   * table.
   */
  private static Map<String, List<Block>> looseCells(ParseRunOutput output) {
    Map<String, List<Block>> cells = new LinkedHashMap<>();
    for (Chunk chunk : output.getChunks()) {
      for (Block block : chunk.getBlocks()) {
        if (CellBlocks.isCell(block) && block.getParentBlockId() != null) {
          cells.computeIfAbsent(block.getParentBlockId(), id -> new ArrayList<>()).add(block);
        }
      }
    }
    return cells;
  }

  private static List<Table> tables(Block block, List<Block> looseCells) {
    List<Block> cells = new ArrayList<>(looseCells);
    if (block.getChildren() != null) {
      block.getChildren().stream().filter(CellBlocks::isCell).forEach(cells::add);
    }
    List<CellGrid> grids = grids(block.getContent(), block);
    if (!cells.isEmpty()) {
      boolean isHtml = grids.size() == 1 && HtmlTables.isIn(block.getContent());
      if (isHtml) {
        CellBlocks.attach(grids.get(0), cells);
      } else {
        grids = List.of(CellBlocks.grid(block, cells));
      }
    }
    return grids.stream().map(grid -> table(grid, block)).toList();
  }

  private static List<CellGrid> grids(String content, @Nullable Block block) {
    return HtmlTables.isIn(content)
        ? HtmlTables.of(content, block)
        : MarkdownTables.of(content, block);
  }

  private static Table table(CellGrid grid, @Nullable Block block) {
    List<TableRow> rows = grid.toRows();
    int headerRows = 0;
    while (headerRows < rows.size() && rows.get(headerRows).isHeader()) {
      headerRows++;
    }
    BlockMetadataSheet sheet = block == null ? null : block.getMetadata().getSheet();
    return new Table(
        rows.subList(0, headerRows),
        rows.subList(headerRows, rows.size()),
        List.of(new TablePart(block, Outputs.page(block), 0, rows.size() - headerRows)),
        sheet == null ? null : sheet.getName(),
        null);
  }
}
