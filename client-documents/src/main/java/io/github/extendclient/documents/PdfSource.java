package io.github.extendclient.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** The pages of a PDF. */
final class PdfSource implements SourceDocument {
  /**
   * The maximum of pixels of a picture; pages of a plan or a poster are rendered with fewer pixels
   * per inch.
   */
  private static final double MAX_PIXELS = 4_000_000;

  /** The maximum of pixels of a side; JPEG has at most 65,500. */
  private static final double MAX_SIDE = 20_000;

  private static final float POINTS_PER_INCH = 72;

  private final PDDocument pdf;
  private final PDFRenderer renderer;

  PdfSource(Path source, @Nullable String password) throws IOException {
    this.pdf = Loader.loadPDF(source.toFile(), password == null ? "" : password);
    this.renderer = new BoundedRenderer(pdf);
    renderer.setSubsamplingAllowed(true);
  }

  @Override
  public int pageCount() {
    return pdf.getNumberOfPages();
  }

  @Override
  public PageShape shape(int page) {
    return shape(pdf.getPage(page - 1));
  }

  static PageShape shape(PDPage page) {
    PDRectangle crop = page.getCropBox();
    if (crop.getWidth() <= 0 || crop.getHeight() <= 0) {
      page.setCropBox(page.getMediaBox()); // A crop box outside of the sheet shows nothing.
    }
    return new PageShape(
        box(page.getCropBox()), box(page.getMediaBox()), Math.floorMod(page.getRotation(), 360));
  }

  private static PageShape.Box box(PDRectangle box) {
    return new PageShape.Box(
        box.getLowerLeftX(),
        box.getLowerLeftY(),
        Math.max(1, box.getWidth()),
        Math.max(1, box.getHeight()));
  }

  @Override
  public BufferedImage render(int page, int dpi) throws IOException {
    PageShape shape = shape(page);
    double scale = dpi / POINTS_PER_INCH;
    double most = Math.sqrt(MAX_PIXELS / (shape.width() * shape.height()));
    double longest = MAX_SIDE / Math.max(shape.width(), shape.height());
    try {
      return renderer.renderImage(
          page - 1, (float) Math.min(scale, Math.min(most, longest)), ImageType.RGB);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    pdf.close();
  }
}
