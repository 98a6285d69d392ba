package io.github.extendclient.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table for a terminal. If it is too wide, the widest columns are cut. */
public final class Columns {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<String> names;
  private final List<List<String>> rows = new ArrayList<>();
  private UnaryOperator<String> firstColour = UnaryOperator.identity();
  private UnaryOperator<String> otherColour = UnaryOperator.identity();

  /** Creates an empty table with the names of its columns. */
  public Columns(String... names) {
    this.names = List.of(names);
  }

  /** Colours the first column, and all others by their text. */
  public Columns colours(UnaryOperator<String> first, UnaryOperator<String> others) {
    firstColour = first;
    otherColour = others;
    return this;
  }

  /** Adds a row with a text for each column. */
  public Columns add(String... cells) {
    rows.add(Arrays.stream(cells).map(cell -> cell.replaceAll("\\p{Cntrl}+", " ")).toList());
    return this;
  }

  /** {@return the lines, none wider than {@code width}} */
  public List<String> lines(int width, Style style) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(line(names, widths, false)));
    rows.forEach(row -> lines.add(line(row, widths, true)));
    return lines;
  }

  private String line(List<String> cells, int[] widths, boolean coloured) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String text = cut(cells.get(i), widths[i]);
      String space = i == cells.size() - 1 ? "" : " ".repeat(widths[i] - text.length()) + GAP;
      if (coloured) {
        text = (i == 0 ? firstColour : otherColour).apply(text);
      }
      line.append(text).append(space);
    }
    return line.toString().stripTrailing();
  }

  private int[] widths(int width) {
    int[] widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = names.get(i).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int room = width - GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() > room) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] >= widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
