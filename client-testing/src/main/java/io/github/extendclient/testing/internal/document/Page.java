package io.github.extendclient.testing.internal.document;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page.
 *
 * @param number from 1
 * @param size {@code null} if the kind of document has no page size
 * @param blocks in reading order
 */
public record Page(int number, @Nullable Size size, List<Block> blocks) {
  /**
   * The width and height in points, as the page is shown.
   *
   * @param rotation by how many degrees the file says that the page is turned, clockwise
   */
  public record Size(double width, double height, int rotation) {
    /** The width of the page before it is turned. */
    public double originalWidth() {
      return rotation % 180 == 0 ? width : height;
    }

    /** The height of the page before it is turned. */
    public double originalHeight() {
      return rotation % 180 == 0 ? height : width;
    }
  }

  /** All words of the page that have a position. */
  public Stream<Word> words() {
    return blocks.stream()
        .flatMap(block -> block.rows().stream())
        .flatMap(row -> row.segments().stream())
        .flatMap(segment -> segment.words().stream());
  }
}
