package io.github.extendclient.result;

import io.github.extendclient.v20260209.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tables in Markdown: rows with vertical bars, the second a line of hyphens. */
final class MarkdownTables {
  private static final Pattern DELIMITER = Pattern.compile(":?-+:?");

  private MarkdownTables() {}

  /**
   * Returns the tables in a text.
   *
   * @param block the block that contains the text, or null
   */
  static List<CellGrid> of(String content, @Nullable Block block) {
    List<CellGrid> tables = new ArrayList<>();
    List<String> lines = content.lines().toList();
    for (int line = 0; line + 1 < lines.size(); line++) {
      if (isStart(lines.get(line), lines.get(line + 1))) {
        int end = line + 2;
        while (end < lines.size() && lines.get(end).contains("|")) {
          end++;
        }
        tables.add(grid(lines.subList(line, end), block));
        line = end - 1;
      }
    }
    return tables;
  }

  private static boolean isStart(String header, String delimiter) {
    if (!header.contains("|") || !delimiter.contains("-")) {
      return false;
    }
    List<String> columns = cells(delimiter);
    return columns.stream().allMatch(column -> DELIMITER.matcher(column.strip()).matches())
        && cells(header).size() == columns.size();
  }

  private static CellGrid grid(List<String> lines, @Nullable Block block) {
    CellGrid grid = new CellGrid(block);
    grid.addRows(lines.size() - 1);
    int columns = cells(lines.get(0)).size();
    for (int line = 0; line < lines.size(); line++) {
      if (line != 1) {
        int row = line == 0 ? 0 : line - 1;
        List<String> cells = cells(lines.get(line));
        for (int column = 0; column < columns; column++) {
          String text = column < cells.size() ? cells.get(column) : "";
          grid.put(row, column, 1, 1, HtmlText.withoutTags(text), line == 0);
        }
      }
    }
    return grid;
  }

  /** Returns the cells of a line; a bar after a backslash is text. */
  private static List<String> cells(String line) {
    String row = line.strip();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = row.startsWith("|") ? 1 : 0; i < row.length(); i++) {
      char next = row.charAt(i);
      if (next == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
        cell.append('|');
        i++;
      } else if (next == '|') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(next);
      }
    }
    if (!cell.isEmpty() || cells.isEmpty()) {
      cells.add(cell.toString());
    }
    return cells;
  }
}
