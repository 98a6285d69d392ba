package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Row;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a block as Markdown, its tables as Markdown or HTML. */
final class BlockText {
  private BlockText() {}

  static String of(Block block, boolean htmlTables) {
    return switch (block.kind()) {
      case HEADING -> "# " + oneLine(block);
      case SECTION_HEADING -> "## " + oneLine(block);
      case TEXT, KEY_VALUE, PAGE_NUMBER -> block.text();
      case TABLE -> htmlTables ? html(block.rows()) : markdown(block.rows());
    };
  }

  private static String oneLine(Block block) {
    return block.text().replace('\n', ' ');
  }

  private static String markdown(List<Row> rows) {
    String rule = "|" + " --- |".repeat(rows.get(0).segments().size());
    return rows.stream()
        .map(BlockText::markdownRow)
        .collect(Collectors.joining("\n"))
        .replaceFirst("(\n|$)", "\n" + rule + "$1");
  }

  private static String markdownRow(Row row) {
    return row.segments().stream()
        .map(cell -> cell.text().replace("|", "\\|").replace('\n', ' '))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String html(List<Row> rows) {
    StringBuilder html = new StringBuilder("<table>");
    for (int i = 0; i < rows.size(); i++) {
      String cell = i == 0 ? "th" : "td";
      html.append("<tr>");
      rows.get(i).segments().forEach(s -> html.append(element(cell, s.text())));
      html.append("</tr>");
    }
    return html.append("</table>").toString();
  }

  private static String element(String name, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<" + name + ">" + escaped + "</" + name + ">";
  }
}
