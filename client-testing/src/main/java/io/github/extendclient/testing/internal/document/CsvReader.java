package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values (RFC 4180; semicolons and tabs as well) into one table. */
final class CsvReader {
  private final String text;
  private final Budget budget;
  private final char separator;
  private final List<Row> rows = new ArrayList<>();
  private final List<Segment> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean cellIsBlank = true;

  private CsvReader(String text, Budget budget) {
    this.text = text;
    this.budget = budget;
    this.separator = separator(text.lines().findFirst().orElse(""));
  }

  static Document read(String text, Budget budget) throws RunFailedException {
    return new CsvReader(text, budget).read();
  }

  private Document read() throws RunFailedException {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"' && (quoted || cellIsBlank)) {
        quoted = !quoted;
      } else if (!quoted && c == separator) {
        endCell();
      } else if (!quoted && (c == '\n' || c == '\r')) {
        endRow();
      } else {
        cell.append(c);
        cellIsBlank &= Character.isWhitespace(c);
      }
    }
    if (quoted) {
      throw new RunFailedException(Reason.CORRUPT_FILE, "The CSV ends inside a quoted value.");
    }
    endRow();
    return rows.isEmpty()
        ? Document.ofBlocks(List.of())
        : Document.ofBlocks(
            List.of(
                new Block(Block.Kind.TABLE, Tables.rectangular(Block.Kind.TABLE, rows, budget))));
  }

  private void endCell() {
    budget.checkNowAndThen();
    cells.add(Segment.of(cell.toString().strip()));
    cell.setLength(0);
    cellIsBlank = true;
  }

  private void endRow() {
    if (cells.isEmpty() && cellIsBlank) {
      cell.setLength(0);
      return;
    }
    endCell();
    rows.add(new Row(List.copyOf(cells)));
    cells.clear();
  }

  private static char separator(String firstLine) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(firstLine, candidate) > count(firstLine, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }
}
