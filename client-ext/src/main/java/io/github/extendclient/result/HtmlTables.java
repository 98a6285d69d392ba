package io.github.extendclient.result;

import io.github.extendclient.v20260209.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables in HTML, including HTML with omitted end tags. A nested table becomes text of
 * its cell. Used once, by one thread.
 */
final class HtmlTables {
  private static final Pattern START = Pattern.compile("<table[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern TOKEN =
      Pattern.compile(
          "<!--.*?(?:-->|$)"
              + "|(?i:<(?:script|style)\\b).*?(?i:</(?:script|style)\\s*>|$)"
              + "|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>=]|=\\s*(?:\"[^\"]*\"|'[^']*')?)*+)>",
          Pattern.DOTALL);
  private static final Pattern SPAN =
      Pattern.compile("(row|col)span\\s*=\\s*[\"']?\\s*(\\d{1,5})", Pattern.CASE_INSENSITIVE);

  private static final int MAX_ROWS = Integer.MAX_VALUE;

  /** A cell; a row span of 0 reaches to the end of the section. */
  private record Cell(String text, int rowSpan, int columnSpan, boolean isHeader) {}

  /** The rows of a {@code thead}, {@code tbody} or {@code tfoot}, at whose end each cell ends. */
  private record Section(String name, List<List<Cell>> rows) {
    Section(String name) {
      this(name, new ArrayList<>());
    }
  }

  private final @Nullable Block block;
  private final List<CellGrid> tables = new ArrayList<>();
  private List<Section> sections = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private @Nullable Cell open;

  private HtmlTables(@Nullable Block block) {
    this.block = block;
  }

  static boolean isIn(String content) {
    return START.matcher(content).find();
  }

  /**
   * Returns the tables in a text.
   *
   * @param block the block that contains the text, or null
   */
  static List<CellGrid> of(String content, @Nullable Block block) {
    HtmlTables reader = new HtmlTables(block);
    reader.read(content);
    return reader.tables;
  }

  private void read(String content) {
    Matcher token = TOKEN.matcher(content);
    int end = 0;
    while (token.find()) {
      text.append(content, end, token.start());
      end = token.end();
      if (token.group(2) != null) {
        tag(token.group(2).toLowerCase(Locale.ROOT), !token.group(1).isEmpty(), token.group(3));
      }
    }
    text.append(content, end, content.length());
    if (depth > 0) {
      endTable();
    }
  }

  private void tag(String name, boolean isEnd, String attributes) {
    switch (name) {
      case "table" -> {
        depth += isEnd ? -1 : 1;
        if (!isEnd && depth == 1) {
          sections = new ArrayList<>(List.of(new Section("tbody")));
          text.setLength(0);
        } else if (isEnd && depth == 0) {
          endTable();
        }
        depth = Math.max(depth, 0);
      }
      case "br", "p", "div", "li" -> text.append('\n');
      default -> {
        if (depth == 1) {
          tableTag(name, isEnd, attributes);
        } else if (depth > 1) {
          text.append(' ');
        }
      }
    }
  }

  private void tableTag(String name, boolean isEnd, String attributes) {
    switch (name) {
      case "thead", "tbody", "tfoot" -> {
        endCell();
        sections.add(new Section(isEnd ? "tbody" : name));
      }
      case "tr" -> {
        endCell();
        if (!isEnd) {
          rows().add(new ArrayList<>());
        }
      }
      case "td", "th" -> {
        endCell();
        if (!isEnd) {
          open = cell(attributes, name.equals("th") || section().name.equals("thead"));
        }
      }
      default -> {
        // Other markup does not affect the table.
      }
    }
  }

  private Cell cell(String attributes, boolean isHeader) {
    text.setLength(0);
    if (rows().isEmpty()) {
      rows().add(new ArrayList<>());
    }
    int rowSpan = 1;
    int columnSpan = 1;
    Matcher span = SPAN.matcher(attributes);
    while (span.find()) {
      int count = Integer.parseInt(span.group(2));
      if (span.group(1).equalsIgnoreCase("row")) {
        rowSpan = count;
      } else {
        columnSpan = Math.max(1, count);
      }
    }
    return new Cell("", rowSpan, columnSpan, isHeader);
  }

  private void endCell() {
    Cell cell = open;
    if (cell != null) {
      rows()
          .get(rows().size() - 1)
          .add(
              new Cell(
                  HtmlText.plain(text.toString()), cell.rowSpan, cell.columnSpan, cell.isHeader));
      open = null;
    }
    text.setLength(0);
  }

  private void endTable() {
    depth = 0;
    endCell();
    CellGrid grid = new CellGrid(block);
    Stream.concat(sections(false), sections(true)).forEach(section -> place(section, grid));
    if (grid.columnCount() > 0) {
      tables.add(grid);
    }
  }

  private Stream<Section> sections(boolean isFoot) {
    return sections.stream().filter(section -> section.name.equals("tfoot") == isFoot);
  }

  private static void place(Section section, CellGrid grid) {
    int first = grid.rowCount();
    List<List<Cell>> rows = rowsWithCells(section);
    grid.addRows(first + rows.size());
    for (int row = 0; row < rows.size(); row++) {
      for (Cell cell : rows.get(row)) {
        int left = rows.size() - row;
        int rowSpan = cell.rowSpan == 0 ? left : Math.min(cell.rowSpan, left);
        int column = grid.firstFree(first + row);
        grid.put(first + row, column, rowSpan, cell.columnSpan, cell.text, cell.isHeader);
      }
    }
  }

  /** Returns the rows without those that neither have a cell nor are covered by one. */
  private static List<List<Cell>> rowsWithCells(Section section) {
    List<List<Cell>> rows = new ArrayList<>();
    int covered = 0;
    for (List<Cell> row : section.rows) {
      if (!row.isEmpty() || rows.size() < covered) {
        for (Cell cell : row) {
          covered = Math.max(covered, cell.rowSpan == 0 ? MAX_ROWS : rows.size() + cell.rowSpan);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private Section section() {
    return sections.get(sections.size() - 1);
  }

  private List<List<Cell>> rows() {
    return section().rows;
  }
}
