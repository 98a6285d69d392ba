package io.github.extendclient.testing.internal.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, heading, list of labels with values, or table.
 *
 * @param rows its lines; for a table its rows, each with one segment per column, empty text where
 *     the cell is empty
 */
public record Block(Kind kind, List<Row> rows) {
  /** The kind of a block. */
  public enum Kind {
    /** A paragraph. */
    TEXT,
    /** The largest headings of the document. */
    HEADING,
    /** Other headings. */
    SECTION_HEADING,
    /** Lines of label and value. */
    KEY_VALUE,
    /** Rows and columns. */
    TABLE,
    /** The number of the page, at its top or bottom. */
    PAGE_NUMBER
  }

  /** The lines of the block, without markup. */
  public String text() {
    return rows.stream().map(Row::text).collect(Collectors.joining("\n"));
  }

  /** The position of the block, {@code null} if the kind of document has no positions. */
  public @Nullable Box box() {
    List<Box> boxes = boxes(rows.stream().flatMap(row -> row.segments().stream()));
    return boxes.isEmpty() ? null : Box.around(boxes);
  }

  private static List<Box> boxes(Stream<Segment> segments) {
    return segments.map(Segment::box).filter(Objects::nonNull).toList();
  }
}
