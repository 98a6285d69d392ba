package io.github.extendclient.result;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins the parts of tables that span pages. Receives the blocks of a document in reading order.
 * Used once, by one thread.
 */
final class TableJoiner {
  /** The types of blocks that may be between two parts of a table. */
  private static final Set<BlockType> MARGINS =
      Set.of(BlockType.HEADER, BlockType.FOOTER, BlockType.PAGE_NUMBER);

  /** The maximum difference between the sides of two parts, as a fraction of the page width. */
  private static final double TOLERANCE = 0.03;

  /** A number or a date, which cannot be the name of a column. */
  private static final Pattern VALUE =
      Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*(\\p{Sc}|[A-Z]{3})?");

  private final List<Table> tables = new ArrayList<>();

  /** Whether only margin blocks followed the last table. */
  private boolean isOpen;

  /** Adds a block of the document with its tables, usually none. */
  void add(Block block, List<Table> inBlock) {
    if (inBlock.isEmpty()) {
      if (!MARGINS.contains(block.getType())) {
        isOpen = false;
      }
      return;
    }
    for (Table table : inBlock) {
      Table joined = isOpen ? join(tables.get(tables.size() - 1), table) : null;
      if (joined == null) {
        tables.add(table);
      } else {
        tables.set(tables.size() - 1, joined);
      }
      isOpen = true;
    }
  }

  /** Adds a table without a block. */
  void addLone(Table table) {
    tables.add(table);
    isOpen = false;
  }

  List<Table> tables() {
    return List.copyOf(tables);
  }

  private static @Nullable Table join(Table first, Table second) {
    TablePart before = first.parts().get(first.parts().size() - 1);
    TablePart after = second.parts().get(0);
    if (before.page() == null
        || after.page() == null
        || after.page() != before.page() + 1
        || first.columnCount() != second.columnCount()
        || !hasSameSides(before.block(), after.block())) {
      return null;
    }
    if (second.headerRows().isEmpty() || second.header().equals(first.header())) {
      return first.followedBy(second);
    }
    // Markdown tables always have a header, so the first row of a continued part looks like one.
    return second.headerRows().size() == 1 && !first.headerRows().isEmpty() && isData(second)
        ? first.followedBy(second.withHeaderRows(0))
        : null;
  }

  private static boolean isData(Table table) {
    return table.header().stream().anyMatch(text -> VALUE.matcher(text).matches());
  }

  private static boolean hasSameSides(@Nullable Block first, @Nullable Block second) {
    PageBox before = first == null ? null : PageBox.of(first);
    PageBox after = second == null ? null : PageBox.of(second);
    if (before == null || after == null) {
      return true;
    }
    double tolerance =
        TOLERANCE * (before.pageWidth() != null ? before.pageWidth() : before.right());
    return Math.abs(before.left() - after.left()) <= tolerance
        && Math.abs(before.right() - after.right()) <= tolerance;
  }
}
