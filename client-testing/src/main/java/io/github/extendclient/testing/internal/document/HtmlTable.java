package io.github.extendclient.testing.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * The rows of an HTML table. Empty cells fill the columns and rows that a cell spans, so that
 * columns line up. A table within a cell becomes text.
 */
final class HtmlTable {
  /** The maximum of columns that one cell spans, as in browsers. */
  private static final int MAX_SPAN = 1000;

  private final Budget budget;
  private final List<Row> rows = new ArrayList<>();

  /** For each column, how many of the next rows a cell from above covers. */
  private final List<Integer> covered = new ArrayList<>();

  private HtmlTable(Budget budget) {
    this.budget = budget;
  }

  /** The rows, empty if the table has no cell. */
  static Optional<List<Row>> rows(Element table, Budget budget) {
    HtmlTable reader = new HtmlTable(budget);
    for (Element part : table.children()) {
      if (part.nameIs("tr")) {
        reader.add(part);
      } else if (part.nameIs("caption")) {
        reader.rows.add(Row.of(text(part)));
      } else {
        part.children().stream().filter(child -> child.nameIs("tr")).forEach(reader::add);
      }
    }
    return reader.rows.isEmpty() ? Optional.empty() : Optional.of(reader.rows);
  }

  private void add(Element tr) {
    List<Segment> cells = new ArrayList<>();
    for (Element cell : tr.children()) {
      if (cell.nameIs("td") || cell.nameIs("th")) {
        budget.checkNowAndThen();
        skipCovered(cells);
        int below = span(cell, "rowspan") - 1;
        int width = span(cell, "colspan");
        for (int column = 0; column < width; column++) {
          cover(cells.size(), below);
          cells.add(Segment.of(column == 0 ? text(cell) : ""));
        }
        budget.addCharacters(width);
      }
    }
    skipCovered(cells);
    if (!cells.isEmpty()) {
      rows.add(new Row(List.copyOf(cells)));
    }
  }

  private void skipCovered(List<Segment> cells) {
    while (cells.size() < covered.size() && covered.get(cells.size()) > 0) {
      covered.set(cells.size(), covered.get(cells.size()) - 1);
      cells.add(Segment.of(""));
    }
  }

  private void cover(int column, int rowsBelow) {
    while (covered.size() <= column) {
      covered.add(0);
    }
    covered.set(column, rowsBelow);
  }

  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).strip();
    return value.matches("[1-9]\\d{0,6}") ? Math.min(Integer.parseInt(value), MAX_SPAN) : 1;
  }

  private static String text(Element cell) {
    return cell.text().replace('\u00a0', ' ').strip();
  }
}
