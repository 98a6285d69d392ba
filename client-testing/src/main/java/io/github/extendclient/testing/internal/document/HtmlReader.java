package io.github.extendclient.testing.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Reads the text of HTML as a browser shows it: headings, paragraphs, list items and tables. Style
 * sheets are ignored, so hidden text is read too.
 */
final class HtmlReader implements NodeFilter {
  private static final Set<String> UNSEEN =
      Set.of("head", "script", "style", "template", "noscript", "object", "iframe", "select");

  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Row> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private HtmlReader(Budget budget) {
    this.budget = budget;
  }

  static Document read(String html, Budget budget) {
    HtmlReader reader = new HtmlReader(budget);
    Jsoup.parse(html).body().filter(reader);
    reader.endBlock(Block.Kind.TEXT);
    return Document.ofBlocks(reader.blocks);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    budget.checkNowAndThen();
    if (node instanceof TextNode text) {
      append(text);
    } else if (node instanceof Element element) {
      return begin(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock() && !isUnseen(element)) {
      endBlock(kind(element));
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult begin(Element element) {
    if (isUnseen(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (element.nameIs("br")) {
      endLine();
    } else if (element.nameIs("table")) {
      endBlock(Block.Kind.TEXT);
      HtmlTable.rows(element, budget).ifPresent(rows -> blocks.add(table(rows)));
      return FilterResult.SKIP_ENTIRELY;
    } else if (element.isBlock()) {
      endBlock(Block.Kind.TEXT);
    }
    return FilterResult.CONTINUE;
  }

  private Block table(List<Row> rows) {
    return new Block(Block.Kind.TABLE, Tables.rectangular(Block.Kind.TABLE, rows, budget));
  }

  private static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
  }

  private static Block.Kind kind(Element element) {
    if (element.nameIs("h1")) {
      return Block.Kind.HEADING;
    }
    return element.normalName().matches("h[2-6]") ? Block.Kind.SECTION_HEADING : Block.Kind.TEXT;
  }

  private void append(TextNode text) {
    boolean preformatted = text.parent() != null && text.parent().nameIs("pre");
    if (!preformatted) {
      line.append(text.getWholeText());
      return;
    }
    String[] parts = text.getWholeText().split("\n", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        endLine();
      }
      line.append(parts[i]);
    }
  }

  private void endLine() {
    String text = line.toString().replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    line.setLength(0);
    if (!text.isEmpty()) {
      lines.add(Row.of(text));
    }
  }

  private void endBlock(Block.Kind kind) {
    endLine();
    if (!lines.isEmpty()) {
      blocks.add(new Block(kind, List.copyOf(lines)));
      lines.clear();
    }
  }
}
