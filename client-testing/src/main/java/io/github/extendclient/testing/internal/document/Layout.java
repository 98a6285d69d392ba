package io.github.extendclient.testing.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows with positions into blocks: headings by font size, tables by columns that line up,
 * everything else into paragraphs by the gaps between lines.
 */
final class Layout {
  /** A heading is this much larger than the body text. */
  private static final double HEADING_SIZE = 1.15;

  /**
   * Lines belong to different paragraphs if their base lines are more than this many font sizes
   * apart.
   */
  private static final double PARAGRAPH_GAP = 1.7;

  /** Rows of a table may be further apart than lines of prose. */
  private static final double TABLE_GAP = 3;

  /** Segments longer than this on average are columns of prose, not cells. */
  private static final int PROSE_LENGTH = 32;

  /** A label begins like a heading and is short: "Due date: ", not the colon of a sentence. */
  private static final Pattern LABEL = Pattern.compile("\\p{Lu}[^:.]{0,40}:\\s");

  /** A label whose value is the next segment. */
  private static final Pattern LABEL_ALONE = Pattern.compile("\\p{Lu}[^:.]{0,40}:");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("([Pp]age )?[-\u2013 ]*\\d{1,4}[-\u2013 ]*((of|/) ?\\d{1,4})?");

  private final double bodySize;
  private final double largestSize;

  private Layout(double bodySize, double largestSize) {
    this.bodySize = bodySize;
    this.largestSize = largestSize;
  }

  /** The layout rules for a document, whose body size is the one most characters have. */
  static Layout forPages(List<List<Row>> pages) {
    Map<Double, Integer> characters = new TreeMap<>();
    for (List<Row> rows : pages) {
      for (Row row : rows) {
        for (Segment segment : row.segments()) {
          characters.merge(rounded(segment.fontSize()), segment.text().length(), Integer::sum);
        }
      }
    }
    double body =
        characters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0.0);
    double largest = characters.keySet().stream().reduce(Math::max).orElse(0.0);
    return new Layout(body, largest);
  }

  List<Block> blocks(List<Row> rows) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    while (start < rows.size()) {
      int end = tableEnd(rows, start);
      if (end - start >= 2) {
        blocks.addAll(columnBlocks(rows.subList(start, end)));
      } else {
        end = paragraphEnd(rows, start);
        blocks.add(new Block(lineKind(rows.get(start)), List.copyOf(rows.subList(start, end))));
      }
      start = end;
    }
    markPageNumber(blocks, 0);
    markPageNumber(blocks, blocks.size() - 1);
    return blocks;
  }

  private static void markPageNumber(List<Block> blocks, int index) {
    if (index < 0 || blocks.isEmpty()) {
      return;
    }
    Block block = blocks.get(index);
    if (block.kind() == Block.Kind.TEXT && PAGE_NUMBER.matcher(block.text()).matches()) {
      blocks.set(index, new Block(Block.Kind.PAGE_NUMBER, block.rows()));
    }
  }

  private int tableEnd(List<Row> rows, int start) {
    int end = start;
    while (end < rows.size()
        && rows.get(end).segments().size() >= 2
        && (end == start || distance(rows, end) <= TABLE_GAP)) {
      end++;
    }
    return end;
  }

  private int paragraphEnd(List<Row> rows, int start) {
    Block.Kind kind = lineKind(rows.get(start));
    int end = start + 1;
    while (end < rows.size()
        && tableEnd(rows, end) - end < 2
        && lineKind(rows.get(end)) == kind
        && sameSize(rows.get(start), rows.get(end))
        && distance(rows, end) <= PARAGRAPH_GAP) {
      end++;
    }
    return end;
  }

  private Block.Kind lineKind(Row row) {
    double size = rounded(row.segments().get(0).fontSize());
    if (size >= bodySize * HEADING_SIZE) {
      return size == largestSize ? Block.Kind.HEADING : Block.Kind.SECTION_HEADING;
    }
    return isLabelled(row) ? Block.Kind.KEY_VALUE : Block.Kind.TEXT;
  }

  private static List<Block> columnBlocks(List<Row> rows) {
    if (rows.stream().allMatch(Layout::isLabelled)) {
      return List.of(new Block(Block.Kind.KEY_VALUE, List.copyOf(rows)));
    }
    List<Box> columns = columns(rows);
    if (columns.size() < 2) {
      return List.of(new Block(Block.Kind.TEXT, List.copyOf(rows)));
    }
    List<Row> cells = rows.stream().map(row -> cells(row, columns)).toList();
    if (isProse(rows)) {
      List<Block> blocks = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        blocks.add(new Block(Block.Kind.TEXT, column(cells, column)));
      }
      return blocks;
    }
    return List.of(new Block(Block.Kind.TABLE, cells));
  }

  private static boolean isProse(List<Row> rows) {
    double average =
        rows.stream()
            .flatMap(row -> row.segments().stream())
            .mapToInt(segment -> segment.text().length())
            .average()
            .orElse(0);
    return rows.size() >= 4 && average >= PROSE_LENGTH;
  }

  private static boolean isLabelled(Row row) {
    List<Segment> segments = row.segments();
    for (int i = 0; i < segments.size(); i++) {
      boolean hasNext = i + 1 < segments.size();
      if (LABEL.matcher(segments.get(i).text()).lookingAt()
          || (hasNext && LABEL_ALONE.matcher(segments.get(i).text()).matches())) {
        return true;
      }
    }
    return false;
  }

  /** The columns of a table: spans from left to right that no segment crosses. */
  private static List<Box> columns(List<Row> rows) {
    List<Box> boxes = new ArrayList<>();
    for (Row row : rows) {
      for (Segment segment : row.segments()) {
        boxes.add(boxOf(segment));
      }
    }
    boxes.sort((a, b) -> Double.compare(a.left(), b.left()));
    List<Box> columns = new ArrayList<>();
    Box current = boxes.get(0);
    for (Box box : boxes) {
      if (box.left() <= current.right()) {
        current = current.union(box);
      } else {
        columns.add(current);
        current = box;
      }
    }
    columns.add(current);
    return columns;
  }

  private static Row cells(Row row, List<Box> columns) {
    List<Segment> cells = new ArrayList<>();
    for (Box column : columns) {
      List<Segment> inside =
          row.segments().stream()
              .filter(s -> boxOf(s).left() >= column.left() && boxOf(s).left() <= column.right())
              .toList();
      cells.add(inside.isEmpty() ? Segment.of("") : joined(inside));
    }
    return new Row(cells);
  }

  private static List<Row> column(List<Row> cells, int column) {
    return cells.stream()
        .map(row -> row.segments().get(column))
        .filter(segment -> !segment.text().isEmpty())
        .map(segment -> new Row(List.of(segment)))
        .toList();
  }

  private static Segment joined(List<Segment> segments) {
    return Segment.of(segments.stream().flatMap(segment -> segment.words().stream()).toList());
  }

  /** The distance between the base lines of two rows, in font sizes. */
  private static double distance(List<Row> rows, int index) {
    Segment above = rows.get(index - 1).segments().get(0);
    Segment below = rows.get(index).segments().get(0);
    double size = Math.max(above.fontSize(), below.fontSize());
    return (boxOf(below).bottom() - boxOf(above).bottom()) / Math.max(size, 1);
  }

  private static boolean sameSize(Row first, Row second) {
    return rounded(first.segments().get(0).fontSize())
        == rounded(second.segments().get(0).fontSize());
  }

  private static double rounded(double fontSize) {
    return Math.round(fontSize * 2) / 2.0;
  }

  private static Box boxOf(Segment segment) {
    @Nullable Box box = segment.box();
    if (box == null) {
      throw new IllegalStateException("a row without positions: " + segment.text());
    }
    return box;
  }
}
