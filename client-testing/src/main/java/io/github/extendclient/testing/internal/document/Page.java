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
  /** Width and height in points, as the page is shown. */
  public record Size(double width, double height) {}

  /** All words of the page that have a position. */
  public Stream<Word> words() {
    return blocks.stream()
        .flatMap(block -> block.rows().stream())
        .flatMap(row -> row.segments().stream())
        .flatMap(segment -> segment.words().stream());
  }
}
