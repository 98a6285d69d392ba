package io.github.extendclient.layout;

import io.github.extendclient.internal.json.Readable;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockMetadataPage;
import io.github.extendclient.v20260209.model.BoundingBox;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.CitationPage;
import io.github.extendclient.v20260209.model.Point;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * An upright rectangle on a page, with the origin at the top left and {@code y} growing downwards.
 *
 * <pre>{@code
 * PageBox box = PageBox.of(block);
 * if (box != null && box.pageWidth() != null) {
 *   double left = box.left() / box.pageWidth(); // as a part of the page
 * }
 * }</pre>
 *
 * <p>The unit is that of {@code pageWidth} and {@code pageHeight}: points at 72 dpi, otherwise
 * {@code 1/dpi} inch, with {@code dpi} from the output's metadata. Coordinates refer to the page
 * after the API turned it upright; {@code rotationApplied} is the rotation from the page of the
 * file.
 *
 * @param page counted from 1
 * @param left distance of the left side from the left edge
 * @param top distance of the upper side from the top edge
 * @param right distance of the right side from the left edge
 * @param bottom distance of the lower side from the top edge
 * @param pageWidth width of the page in the same unit; null if the API omits it
 * @param pageHeight height of the page in the same unit; null if the API omits it
 */
public record PageBox(
    int page,
    double left,
    double top,
    double right,
    double bottom,
    @Nullable Double pageWidth,
    @Nullable Double pageHeight) {
  /**
   * Returns the box of a block.
   *
   * @param block a block of a parse run
   * @return the box; null if the block has no page, as in a spreadsheet, or its position is unknown
   *     or of an unexpected type
   */
  public static @Nullable PageBox of(Block block) {
    return Readable.orNull(() -> read(block));
  }

  private static @Nullable PageBox read(Block block) {
    BlockMetadataPage page = block.getMetadata().getPage();
    BoundingBox box = block.getBoundingBox();
    Double left = box.getLeft();
    Double top = box.getTop();
    Double right = box.getRight();
    Double bottom = box.getBottom();
    if (page == null || left == null || top == null || right == null || bottom == null) {
      return null;
    }
    return new PageBox(
        page.getNumber(), left, top, right, bottom, page.getWidth(), page.getHeight());
  }

  /**
   * Returns the box around a citation's polygon.
   *
   * @param citation a citation of an extracted value
   * @return the box; null if the citation has no page or no polygon, or one of an unexpected type
   */
  public static @Nullable PageBox of(Citation citation) {
    return Readable.orNull(() -> read(citation));
  }

  private static @Nullable PageBox read(Citation citation) {
    CitationPage page = citation.getPage();
    List<Point> corners = citation.getPolygon();
    if (page == null || corners == null || corners.isEmpty()) {
      return null;
    }
    return new PageBox(
        (int) page.getNumber(),
        xs(corners).min().orElseThrow(),
        ys(corners).min().orElseThrow(),
        xs(corners).max().orElseThrow(),
        ys(corners).max().orElseThrow(),
        page.getWidth(),
        page.getHeight());
  }

  /**
   * Returns the width of the rectangle.
   *
   * @return in the unit of the page
   */
  public double width() {
    return right - left;
  }

  /**
   * Returns the height of the rectangle.
   *
   * @return in the unit of the page
   */
  public double height() {
    return bottom - top;
  }

  /**
   * Returns whether a point is in the rectangle or on its sides.
   *
   * @param x distance from the left edge of the page
   * @param y distance from the top edge of the page
   * @return whether the rectangle contains the point
   */
  public boolean contains(double x, double y) {
    return left <= x && x <= right && top <= y && y <= bottom;
  }

  private static DoubleStream xs(List<Point> corners) {
    return corners.stream().mapToDouble(Point::getX);
  }

  private static DoubleStream ys(List<Point> corners) {
    return corners.stream().mapToDouble(Point::getY);
  }
}
