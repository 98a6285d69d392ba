package io.github.extendclient.documents;

/**
 * The geometry of a page of the source. A viewer shows its crop box, rotated clockwise.
 *
 * @param crop the part that is shown
 * @param media the whole sheet
 * @param rotation 0, 90, 180 or 270
 */
record PageShape(Box crop, Box media, int rotation) {
  /** A rectangle in the coordinates of a PDF, from the bottom left; of an image, in pixels. */
  record Box(double left, double bottom, double width, double height) {}

  /**
   * Returns the geometry of an image.
   *
   * @param width as it is stored
   * @param height as it is stored
   * @param rotation the clockwise rotation that its camera asks for
   */
  static PageShape ofImage(double width, double height, int rotation) {
    Box box = new Box(0, 0, width, height);
    return new PageShape(box, box, rotation);
  }

  /** The width as it is shown. */
  double width() {
    return isSideways() ? crop.height : crop.width;
  }

  /** The height as it is shown. */
  double height() {
    return isSideways() ? crop.width : crop.height;
  }

  boolean isSideways() {
    return rotation % 180 != 0;
  }

  /** Converts fractions of the page as it is shown to coordinates of the PDF. */
  Corner toPdf(Corner shown) {
    return toPdf(shown, crop);
  }

  /** Converts fractions of a box as it is shown to coordinates of the PDF. */
  Corner toPdf(Corner shown, Box box) {
    Corner flat = turn(shown, 360 - rotation);
    return new Corner(box.left + flat.x() * box.width, box.bottom + (1 - flat.y()) * box.height);
  }

  /** Converts coordinates of the PDF to fractions of the page as it is shown. */
  Corner toShown(Corner pdf) {
    Corner flat =
        new Corner((pdf.x() - crop.left) / crop.width, 1 - (pdf.y() - crop.bottom) / crop.height);
    return turn(flat, rotation);
  }

  /** Returns a point, as a fraction of a page, after a clockwise rotation of the page. */
  static Corner turn(Corner point, int degrees) {
    return switch (Math.floorMod(degrees, 360)) {
      case 90 -> new Corner(1 - point.y(), point.x());
      case 180 -> new Corner(1 - point.x(), 1 - point.y());
      case 270 -> new Corner(point.y(), 1 - point.x());
      default -> point;
    };
  }
}
