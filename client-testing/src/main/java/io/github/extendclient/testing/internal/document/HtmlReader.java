package io.github.extendclient.testing.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of HTML: headings, paragraphs, list items, table cells. It knows tags, not style:
 * text hidden by style sheets is read as well.
 */
final class HtmlReader {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<!--.*?-->|<(script|style|head)\\b.*?</\\1\\s*>|<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>"
              + "|<![^>]*>|[^<]+|<",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "euro",
          "\u20ac", "pound", "\u00a3", "ndash", "\u2013");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "code", "em", "font", "i", "label", "s", "small", "span", "strong",
          "sub", "sup", "u");

  private final List<Block> blocks = new ArrayList<>();
  private final List<Row> tableRows = new ArrayList<>();
  private final List<Segment> cells = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inTable;

  private HtmlReader() {}

  static Document read(String html) {
    HtmlReader reader = new HtmlReader();
    Matcher token = TOKEN.matcher(html);
    while (token.find()) {
      String tag = token.group(3);
      if (tag != null) {
        reader.tag(tag.toLowerCase(Locale.ROOT), !token.group(2).isEmpty());
      } else if (!token.group().startsWith("<!") && token.group(1) == null) {
        reader.text.append(unescaped(token.group()));
      }
    }
    reader.endText(Block.Kind.TEXT);
    reader.endTable();
    return Document.ofBlocks(reader.blocks);
  }

  private void tag(String tag, boolean closing) {
    if (INLINE.contains(tag)) {
      return;
    }
    if (inTable) {
      tableTag(tag, closing);
    } else if (tag.equals("table")) {
      endText(Block.Kind.TEXT);
      inTable = true;
    } else if (closing && tag.matches("h[1-6]")) {
      endText(tag.equals("h1") ? Block.Kind.HEADING : Block.Kind.SECTION_HEADING);
    } else {
      endText(Block.Kind.TEXT);
    }
  }

  private void tableTag(String tag, boolean closing) {
    switch (tag) {
      case "td", "th" -> {
        if (closing) {
          cells.add(Segment.of(takeText()));
        } else {
          takeText();
        }
      }
      case "tr" -> endRow();
      case "table" -> {
        if (closing) {
          endTable();
        }
      }
      default -> text.append(' ');
    }
  }

  private void endRow() {
    if (!cells.isEmpty()) {
      tableRows.add(new Row(List.copyOf(cells)));
      cells.clear();
    }
  }

  private void endTable() {
    endRow();
    if (!tableRows.isEmpty()) {
      Block.Kind table = Block.Kind.TABLE;
      blocks.add(new Block(table, Tables.rectangular(table, tableRows)));
      tableRows.clear();
    }
    inTable = false;
  }

  private void endText(Block.Kind kind) {
    String line = takeText();
    if (!line.isEmpty()) {
      blocks.add(new Block(kind, List.of(Row.of(line))));
    }
  }

  private String takeText() {
    String taken = text.toString().replaceAll("\\s+", " ").strip();
    text.setLength(0);
    return taken;
  }

  private static String unescaped(String escaped) {
    return ENTITY.matcher(escaped).replaceAll(match -> Matcher.quoteReplacement(character(match)));
  }

  private static String character(java.util.regex.MatchResult entity) {
    String name = entity.group(1);
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, entity.group());
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(point) ? Character.toString(point) : entity.group();
  }
}
