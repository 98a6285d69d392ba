package io.github.extendclient.result;

import java.util.Collections;
import java.util.List;

/** Writes a table as Markdown. */
final class MarkdownText {
  private MarkdownText() {}

  static String of(Table table) {
    int columns = table.columnCount();
    StringBuilder markdown = new StringBuilder();
    line(markdown, table.header().isEmpty() ? Collections.nCopies(columns, "") : table.header());
    line(markdown, Collections.nCopies(columns, "---"));
    table.rows().forEach(row -> line(markdown, row.texts()));
    return markdown.toString();
  }

  private static void line(StringBuilder markdown, List<String> texts) {
    markdown.append('|');
    for (String text : texts) {
      String cell = text.replace("|", "\\|").replaceAll("\\R", "<br>");
      markdown.append(' ').append(cell).append(" |");
    }
    markdown.append('\n');
  }
}
