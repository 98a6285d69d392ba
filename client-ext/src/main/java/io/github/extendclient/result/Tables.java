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
 * The tables that a parse run read.
 *
 * <pre>{@code
 * for (Table table : Tables.of(run)) {
 *   Files.writeString(path, table.toCsv());
 *   TableRecords<LineItem> items = table.as(LineItem.class);
 * }
 * }</pre>
 *
 * <p>A table comes from the blocks of its cells, if the run was made with {@code
 * cellBlocksEnabled}, and else from the HTML or Markdown in the content of its block. With both,
 * HTML says which cells are merged and the blocks say where each cell stands: {@code targetFormat}
 * {@code html} with {@code cellBlocksEnabled} gives most. The target {@code spatial} has no tables
 * unless there are blocks for cells.
 *
 * <p>A table that goes on over pages is one table, see {@link Table#parts()}. Tables are joined if
 * they have the same columns, one is the last thing on its page and the other the first on the
 * next, headers, footers and page numbers aside, and the second has no header or repeats that of
 * the first.
 */
public final class Tables {
  private Tables() {}

  /**
   * The tables of a run.
   *
   * @param run that is {@code PROCESSED} and was read with its output in the response
   * @return unmodifiable, in reading order
   * @throws IllegalArgumentException if the run has no output
   */
  public static List<Table> of(ParseRun run) {
    return of(Outputs.of(run));
  }

  /**
   * The tables of an output, such as one that was downloaded from its URL.
   *
   * @param output of a parse run
   * @return unmodifiable, in reading order
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

  /** Cells that stand beside their table and not inside it, by the ID of the table. */
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
