package io.github.extendclient.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts positions of the API to positions on a page of the source. The API measures on the page
 * as it rendered and rotated it; the source may be cropped and rotated differently.
 *
 * @param shape of the page of the source
 * @param metadata of the page, from the parse run
 */
record PageFrame(PageShape shape, PageMetadata metadata) {
  /** Points per inch, the default unit. */
  private static final double DEFAULT_DPI = 72;

  /** The relative difference up to which two sizes count as the same. */
  private static final double TOLERANCE = 0.02;

  /** Returns the corners of an area, as fractions of the page as it is shown. */
  List<Corner> place(Area area) {
    double width = width(area);
    double height = height(area);
    // The sizes of the page before the API turned it.
    double scale = DEFAULT_DPI / dpi();
    double sourceWidth = (isTurned() ? height : width) * scale;
    double sourceHeight = (isTurned() ? width : height) * scale;
    Rendering rendering = area.isShare() ? Rendering.SHOWN : rendering(sourceWidth, sourceHeight);
    return area.corners().stream()
        .map(
            corner -> area.isShare() ? corner : new Corner(corner.x() / width, corner.y() / height))
        .map(corner -> PageShape.turn(corner, -metadata.rotation()))
        .map(corner -> place(corner, rendering))
        .map(corner -> new Corner(onPage(corner.x()), onPage(corner.y())))
        .toList();
  }

  /** Moves a coordinate outside of the page to its edge. */
  private static double onPage(double share) {
    return share > 0 ? Math.min(share, 1) : 0;
  }

  /** What the API rendered, told by its size. */
  private enum Rendering {
    /** The page as it is shown. */
    SHOWN,
    /** The whole sheet, turned as it is shown. */
    SHEET,
    /** The part that is shown, without the rotation that the PDF asks for. */
    UNTURNED
  }

  private Rendering rendering(double width, double height) {
    if (isLike(shape.width(), shape.height(), width, height)) {
      return Rendering.SHOWN;
    }
    boolean isSideways = shape.isSideways();
    double mediaWidth = isSideways ? shape.media().height() : shape.media().width();
    double mediaHeight = isSideways ? shape.media().width() : shape.media().height();
    if (isLike(mediaWidth, mediaHeight, width, height)) {
      return Rendering.SHEET;
    }
    // By the proportions, because the pixels of an image need not be points.
    return isSideways
            && isLike(shape.height() / shape.width(), 1, width / height, 1)
            && !isLike(shape.width() / shape.height(), 1, width / height, 1)
        ? Rendering.UNTURNED
        : Rendering.SHOWN;
  }

  private Corner place(Corner corner, Rendering rendering) {
    return switch (rendering) {
      case SHOWN -> corner;
      case SHEET -> shape.toShown(shape.toPdf(corner, shape.media()));
      case UNTURNED -> PageShape.turn(corner, shape.rotation());
    };
  }

  private static boolean isLike(
      double width, double height, double otherWidth, double otherHeight) {
    return Math.abs(width - otherWidth) <= TOLERANCE * width
        && Math.abs(height - otherHeight) <= TOLERANCE * height;
  }

  private double dpi() {
    Double dpi = metadata.dpi();
    return dpi == null || metadata.width() == null || metadata.height() == null ? DEFAULT_DPI : dpi;
  }

  /** The width of the upright page in the unit of its coordinates. */
  private double width(Area area) {
    Double original = isTurned() ? metadata.height() : metadata.width();
    return size(original, area.pageWidth(), isTurned() ? shape.height() : shape.width());
  }

  private double height(Area area) {
    Double original = isTurned() ? metadata.width() : metadata.height();
    return size(original, area.pageHeight(), isTurned() ? shape.width() : shape.height());
  }

  private double size(@Nullable Double original, @Nullable Double given, double shown) {
    if (original != null && metadata.dpi() != null) {
      return original * metadata.dpi() / DEFAULT_DPI;
    }
    return given != null && given > 0 ? given : shown;
  }

  private boolean isTurned() {
    return metadata.rotation() % 180 != 0;
  }
}
