package io.github.extendclient.layout;

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
 * <p>The unit is that of {@code pageWidth} and {@code pageHeight}: points where the API works at 72
 * dpi, else as many units for an inch as the output's metadata says ({@code dpi}). The page is the
 * one that the API turned upright, which may differ from the page of the file: {@code
 * rotationApplied} says by how much.
 *
 * @param page counted from 1
 * @param left distance from the left edge
 * @param top distance from the top edge
 * @param right distance of the right side from the left edge
 * @param bottom distance of the lower side from the top edge
 * @param pageWidth width of the page in the same unit; null if the API does not give it
 * @param pageHeight height of the page in the same unit; null if the API does not give it
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
   * Where a block stands.
   *
   * @param block of a parse run
   * @return null if the block has no page, as in a spreadsheet, or if its position is not known
   */
  public static @Nullable PageBox of(Block block) {
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
   * Where a citation stands: the rectangle around its polygon.
   *
   * @param citation of an extracted value
   * @return null if the citation has no page or no polygon
   */
  public static @Nullable PageBox of(Citation citation) {
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
   * How wide the rectangle is.
   *
   * @return in the unit of the page
   */
  public double width() {
    return right - left;
  }

  /**
   * How high the rectangle is.
   *
   * @return in the unit of the page
   */
  public double height() {
    return bottom - top;
  }

  /**
   * Whether a point lies in the rectangle or on its sides.
   *
   * @param x distance from the left edge of the page
   * @param y distance from the top edge of the page
   * @return false outside
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
