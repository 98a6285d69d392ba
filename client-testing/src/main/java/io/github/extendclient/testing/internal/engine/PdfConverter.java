package io.github.extendclient.testing.internal.engine;

import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Budget;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.DocumentLimits;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.document.Row;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.document.Segment;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * Converts files to PDF: it typesets the text of text, Markdown, CSV and HTML files, and puts each
 * image that Java can read on a page. The layout of the original is lost.
 */
public final class PdfConverter {
  private static final float MARGIN = 54;
  private static final float TEXT_SIZE = 10;
  private static final float LINE = 1.4f;

  /** An image is assumed to have 96 pixels per inch; a PDF has 72 points per inch. */
  private static final float POINTS_OF_PIXEL = 0.75f;

  private final PDDocument document = new PDDocument();
  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private @Nullable PDPageContentStream content;
  private float y;

  private PdfConverter() {}

  /**
   * A new file with the name of the old one and the extension {@code pdf}.
   *
   * @throws RunFailedException if the file cannot be read, or is of a type that cannot be converted
   *     here
   */
  public static StoredFile converted(StoredFile file, String key, Instant now, Budget budget)
      throws RunFailedException {
    Content pdf = file.type() == FileType.IMG ? ofImage(file) : ofText(file, budget);
    int dot = file.name().lastIndexOf('.');
    String name = (dot < 0 ? file.name() : file.name().substring(0, dot)) + ".pdf";
    return new StoredFile(key, name, FileType.PDF, pdf, null, file.parent(), now);
  }

  private static Content ofImage(StoredFile file) throws RunFailedException {
    byte[] bytes = file.bytes();
    try (PDDocument document = new PDDocument()) {
      BufferedImage image = image(file, bytes);
      PDImageXObject picture = LosslessFactory.createFromImage(document, image);
      float width = image.getWidth() * POINTS_OF_PIXEL;
      float height = image.getHeight() * POINTS_OF_PIXEL;
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(picture, 0, 0, width, height);
      }
      return content(document);
    } catch (IOException e) {
      throw failure(file, "the image cannot be read: " + e.getMessage());
    }
  }

  private static Content ofText(StoredFile file, Budget budget) throws RunFailedException {
    Document text;
    try {
      text = file.read(budget);
    } catch (RunFailedException e) {
      if (e.reason() == Reason.FILE_TYPE_NOT_SUPPORTED) {
        throw failure(file, "the embedded server has no converter for its type");
      }
      throw e;
    }
    PdfConverter conversion = new PdfConverter();
    try (PDDocument document = conversion.document) {
      for (Page page : text.pages()) {
        budget.check();
        conversion.page(page);
      }
      return content(document);
    } catch (IOException e) {
      throw failure(file, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw failure(file, "it has a character that Helvetica has not: " + e.getMessage());
    }
  }

  /** Reads the picture, unless the size in its header is over the limit. */
  private static BufferedImage image(StoredFile file, byte[] bytes)
      throws IOException, RunFailedException {
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw failure(file, "it is no image that Java can read");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > DocumentLimits.PIXELS) {
          throw failure(
              file,
              "it has "
                  + pixels
                  + " pixels, and the limit of the embedded server is "
                  + DocumentLimits.PIXELS);
        }
        return reader.read(0);
      } catch (RuntimeException e) {
        throw failure(file, "the image cannot be read: " + e.getMessage());
      } finally {
        reader.dispose();
      }
    }
  }

  private static RunFailedException failure(StoredFile file, @Nullable String why) {
    return new RunFailedException(
        Reason.FAILED_TO_CONVERT_TO_PDF,
        "The file " + file.name() + " cannot be converted to PDF: " + why + ".");
  }

  private static Content content(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return Content.of(bytes.toByteArray()).withPageCount(document.getNumberOfPages());
  }

  private void page(Page page) throws IOException {
    newPage();
    for (Block block : page.blocks()) {
      boolean heading =
          block.kind() == Block.Kind.HEADING || block.kind() == Block.Kind.SECTION_HEADING;
      PDFont font = heading ? bold : plain;
      float size =
          block.kind() == Block.Kind.HEADING
              ? TEXT_SIZE * 1.8f
              : heading ? TEXT_SIZE * 1.4f : TEXT_SIZE;
      for (Row row : block.rows()) {
        row(row, font, size);
      }
      y -= size * LINE;
    }
    if (content != null) {
      content.close();
    }
  }

  /** Draws each segment in a column; the row is as high as its highest segment. */
  private void row(Row row, PDFont font, float size) throws IOException {
    int columns = Math.max(row.segments().size(), 1);
    float width = (PDRectangle.LETTER.getWidth() - 2 * MARGIN) / columns;
    List<List<String>> cells = new ArrayList<>();
    for (Segment segment : row.segments()) {
      cells.add(lines(segment.text(), font, size, columns == 1 ? width : width - 2 * size));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      if (y - size * LINE < MARGIN) {
        newPage();
      }
      y -= size * LINE;
      for (int column = 0; column < cells.size(); column++) {
        if (line < cells.get(column).size()) {
          show(cells.get(column).get(line), font, size, MARGIN + column * width);
        }
      }
    }
  }

  private void show(String text, PDFont font, float size, float x) throws IOException {
    if (content != null) {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, y);
      content.showText(text);
      content.endText();
    }
  }

  private void newPage() throws IOException {
    if (content != null) {
      content.close();
    }
    PDPage page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    content = new PDPageContentStream(document, page);
    y = PDRectangle.LETTER.getHeight() - MARGIN;
  }

  private static List<String> lines(String text, PDFont font, float size, float width)
      throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.replaceAll("\\p{Cntrl}+", " ").split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
