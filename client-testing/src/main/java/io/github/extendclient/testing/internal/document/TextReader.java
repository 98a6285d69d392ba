package io.github.extendclient.testing.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain text and Markdown: headings with {@code #}, tables with {@code |}, labels with a
 * colon, paragraphs between blank lines. Two spaces or a tab end a segment of a line.
 */
final class TextReader {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
  private static final Pattern TABLE_RULE = Pattern.compile("\\|?[\\s:|-]*-[\\s:|-]*");
  private static final Pattern LABEL = Pattern.compile("[^:|]{1,60}:(\\s.*)?");
  private static final Pattern SEGMENT_GAP = Pattern.compile("\\t+| {2,}");
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*(.+?)\\*\\*");

  private final List<Block> blocks = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private Block.Kind kind = Block.Kind.TEXT;

  private TextReader() {}

  static Document read(String text) {
    List<Page> pages = new ArrayList<>();
    for (String page : pages(text)) {
      TextReader reader = new TextReader();
      page.lines().forEach(reader::line);
      reader.endBlock();
      pages.add(new Page(pages.size() + 1, null, reader.blocks));
    }
    return new Document(pages);
  }

  /** A form feed ends a page. */
  static List<String> pages(String text) {
    return List.of(text.split("\f", -1));
  }

  private void line(String line) {
    String stripped = line.strip();
    Matcher heading = HEADING.matcher(stripped);
    if (stripped.isEmpty()) {
      endBlock();
    } else if (heading.matches()) {
      endBlock();
      boolean first = heading.group(1).length() == 1;
      add(first ? Block.Kind.HEADING : Block.Kind.SECTION_HEADING, Row.of(heading.group(2)));
      endBlock();
    } else if (stripped.startsWith("|")) {
      if (!TABLE_RULE.matcher(stripped).matches()) {
        add(Block.Kind.TABLE, tableRow(stripped));
      }
    } else {
      String plain = EMPHASIS.matcher(stripped).replaceAll("$1");
      boolean labelled = LABEL.matcher(plain).matches();
      add(labelled ? Block.Kind.KEY_VALUE : Block.Kind.TEXT, segments(plain));
    }
  }

  private void add(Block.Kind rowKind, Row row) {
    if (rowKind != kind) {
      endBlock();
      kind = rowKind;
    }
    rows.add(row);
  }

  private void endBlock() {
    if (!rows.isEmpty()) {
      blocks.add(new Block(kind, Tables.rectangular(kind, rows)));
      rows.clear();
    }
  }

  private static Row tableRow(String line) {
    String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
    return new Row(
        Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
            .map(cell -> Segment.of(cell.strip().replace("\\|", "|")))
            .toList());
  }

  private static Row segments(String line) {
    return new Row(SEGMENT_GAP.splitAsStream(line).map(Segment::of).toList());
  }
}
