package io.github.extendclient.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pages of an image: one, or those of a TIFF. */
final class ImageSource implements SourceDocument {
  /** The maximum width of a picture: 8.5 inches at 150 dpi. */
  private static final int MAX_WIDTH = 1275;

  /** The maximum of pixels of a picture, whatever its width. */
  private static final double MAX_PIXELS = 4_000_000;

  /** The maximum of pixels of a side; JPEG has at most 65,500. */
  private static final double MAX_SIDE = 20_000;

  /** The maximum of pixels in memory: of a larger image, only some rows and columns are read. */
  private static final double MAX_READ_PIXELS = 25_000_000;

  private final ImageInputStream in;
  private final ImageReader reader;
  private final int pageCount;
  private final int[] rotations;

  ImageSource(Path source) throws IOException {
    this.in = ImageIO.createImageInputStream(source.toFile());
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      in.close();
      throw new IllegalArgumentException(
          source.getFileName()
              + " is an image that Java cannot read. Convert it to PNG, JPEG or PDF.");
    }
    this.reader = readers.next();
    reader.setInput(in);
    this.pageCount = pageCount(reader);
    this.rotations = new int[pageCount];
    for (int page = 0; page < pageCount; page++) {
      rotations[page] = Orientation.rotation(reader, page);
    }
  }

  /** Returns the number of pages: only TIFF has several; an animation is one page. */
  static int pageCount(ImageReader reader) throws IOException {
    boolean isTiff = reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif");
    return isTiff ? TiffPages.count((ImageInputStream) reader.getInput()) : 1;
  }

  @Override
  public int pageCount() {
    return pageCount;
  }

  @Override
  public PageShape shape(int page) throws IOException {
    return PageShape.ofImage(
        reader.getWidth(page - 1), reader.getHeight(page - 1), rotations[page - 1]);
  }

  @Override
  public BufferedImage render(int page, int dpi) throws IOException {
    PageShape shape = shape(page);
    double scale =
        Math.min(
            Math.min(1, MAX_WIDTH / shape.width()),
            Math.min(
                Math.sqrt(MAX_PIXELS / (shape.width() * shape.height())),
                MAX_SIDE / Math.max(shape.width(), shape.height())));
    int width = Math.max(1, (int) Math.round(shape.width() * scale));
    int height = Math.max(1, (int) Math.round(shape.height() * scale));
    BufferedImage image = read(page);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.translate(width / 2.0, height / 2.0);
    graphics.rotate(Math.toRadians(shape.rotation()));
    int drawnWidth = shape.isSideways() ? height : width;
    int drawnHeight = shape.isSideways() ? width : height;
    graphics.translate(-drawnWidth / 2.0, -drawnHeight / 2.0);
    graphics.drawImage(image, 0, 0, drawnWidth, drawnHeight, Color.WHITE, null);
    graphics.dispose();
    return picture;
  }

  private BufferedImage read(int page) throws IOException {
    double pixels = (double) reader.getWidth(page - 1) * reader.getHeight(page - 1);
    int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / MAX_READ_PIXELS)));
    ImageReadParam options = reader.getDefaultReadParam();
    options.setSourceSubsampling(step, step, 0, 0);
    return reader.read(page - 1, options);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
