package io.github.extendclient.documents;

import io.github.extendclient.layout.PageBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area on a page in the coordinates of the API: on the page that it rotated upright, from the
 * top left.
 *
 * @param page counted from 1
 * @param corners in the unit of the page, or as parts of it
 * @param pageWidth in the same unit; null if the API does not say
 * @param pageHeight in the same unit; null if the API does not say
 * @param isShare whether the corners are parts of the page, from 0 to 1
 */
record Area(
    int page,
    List<Corner> corners,
    @Nullable Double pageWidth,
    @Nullable Double pageHeight,
    boolean isShare) {
  /** The margin of a frame around a whole page, so that its line is visible. */
  private static final double EDGE = 0.006;

  static Area of(PageBox box) {
    return new Area(
        box.page(),
        rectangle(box.left(), box.top(), box.right(), box.bottom()),
        box.pageWidth(),
        box.pageHeight(),
        false);
  }

  /**
   * The box of a form field, or of an extraction in API version 2025-04-21, without the size of its
   * page.
   */
  static Area of(int page, double left, double top, double right, double bottom) {
    return new Area(page, rectangle(left, top, right, bottom), null, null, false);
  }

  static Area ofWholePage(int page) {
    return new Area(page, rectangle(EDGE, EDGE, 1 - EDGE, 1 - EDGE), null, null, true);
  }

  Area withCorners(List<Corner> polygon) {
    return polygon.size() < 3 ? this : new Area(page, polygon, pageWidth, pageHeight, isShare);
  }

  private static List<Corner> rectangle(double left, double top, double right, double bottom) {
    return List.of(
        new Corner(left, top),
        new Corner(right, top),
        new Corner(right, bottom),
        new Corner(left, bottom));
  }
}
