package io.github.extendclient.result;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a table as Markdown. */
final class MarkdownText {
  /** What would be read as the start of a tag or as an entity. */
  private static final Pattern MARKUP = Pattern.compile("<(?=[a-zA-Z/!?])|&(?=#?\\w+;)");

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
      String cell =
          MARKUP
              .matcher(text)
              .replaceAll(sign -> sign.group().equals("<") ? "&lt;" : "&amp;")
              .replace("|", "\\|")
              .replaceAll("\\R", "<br>");
      markdown.append(' ').append(cell).append(" |");
    }
    markdown.append('\n');
  }
}
