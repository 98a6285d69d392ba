package io.github.extendclient.testing.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads plain text and Markdown: headings with {@code #}, tables with {@code |}, labels with a
 * colon, paragraphs between blank lines. Two spaces or a tab end a segment of a line.
 */
final class TextReader {
  private static final int MAX_HEADING_LEVEL = 6;
  private static final Pattern LABEL = Pattern.compile("[^:|]{1,60}:(\\s.*)?");
  private static final Pattern SEGMENT_GAP = Pattern.compile("\\t+| {2,}");
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*(.+?)\\*\\*");

  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private Block.Kind kind = Block.Kind.TEXT;

  private TextReader(Budget budget) {
    this.budget = budget;
  }

  static Document read(String text, Budget budget) {
    List<Page> pages = new ArrayList<>();
    for (String page : pages(text)) {
      TextReader reader = new TextReader(budget);
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
    budget.checkNowAndThen();
    String stripped = line.strip();
    int heading = headingLevel(stripped);
    if (stripped.isEmpty()) {
      endBlock();
    } else if (heading > 0) {
      endBlock();
      Row row = Row.of(withoutMarks(stripped.substring(heading)));
      add(heading == 1 ? Block.Kind.HEADING : Block.Kind.SECTION_HEADING, row);
      endBlock();
    } else if (stripped.startsWith("|")) {
      if (!isTableRule(stripped)) {
        add(Block.Kind.TABLE, tableRow(stripped));
      }
    } else {
      String plain = EMPHASIS.matcher(stripped).replaceAll("$1").strip();
      if (plain.isEmpty()) {
        return;
      }
      boolean labelled = LABEL.matcher(plain).matches();
      add(labelled ? Block.Kind.KEY_VALUE : Block.Kind.TEXT, segments(plain));
    }
  }

  /** The number of marks at the start of a heading, 0 if the line is not a heading. */
  private static int headingLevel(String line) {
    int level = 0;
    while (level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    boolean isHeading =
        level <= MAX_HEADING_LEVEL
            && level < line.length()
            && Character.isWhitespace(line.charAt(level));
    return isHeading ? level : 0;
  }

  /** A heading may end with marks as well. */
  private static String withoutMarks(String heading) {
    int end = heading.length();
    while (end > 0 && heading.charAt(end - 1) == '#') {
      end--;
    }
    return heading.substring(0, end).strip();
  }

  private static boolean isTableRule(String line) {
    return line.indexOf('-') >= 0
        && line.chars()
            .allMatch(c -> c == '|' || c == ':' || c == '-' || Character.isWhitespace(c));
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
      blocks.add(new Block(kind, Tables.rectangular(kind, rows, budget)));
      rows.clear();
    }
  }

  private static Row tableRow(String line) {
    boolean closed = line.length() > 1 && line.endsWith("|");
    String inner = line.substring(1, closed ? line.length() - 1 : line.length());
    return new Row(
        Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
            .map(cell -> Segment.of(cell.strip().replace("\\|", "|")))
            .toList());
  }

  private static Row segments(String line) {
    return new Row(SEGMENT_GAP.splitAsStream(line).map(Segment::of).toList());
  }
}
