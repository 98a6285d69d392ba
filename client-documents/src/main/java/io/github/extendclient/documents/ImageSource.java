package io.github.extendclient.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pages of an image: one, or those of a TIFF. */
final class ImageSource implements SourceDocument {
  /** The maximum width of a picture: 8.5 inches at 150 dpi. */
  private static final int MAX_WIDTH = 1275;

  private final ImageInputStream in;
  private final ImageReader reader;
  private final int pageCount;

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
    this.pageCount = reader.getNumImages(true);
  }

  @Override
  public int pageCount() {
    return pageCount;
  }

  @Override
  public PageShape shape(int page) throws IOException {
    return PageShape.ofImage(reader.getWidth(page - 1), reader.getHeight(page - 1));
  }

  @Override
  public BufferedImage render(int page, int dpi) throws IOException {
    BufferedImage image = reader.read(page - 1);
    double scale = Math.min(1, (double) MAX_WIDTH / image.getWidth());
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return picture;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
