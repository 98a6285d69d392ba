package io.github.extendclient.documents;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Draws PDFs with red rectangles at known positions. */
final class Drawn {
  private final PDDocument pdf = new PDDocument();

  /** Adds a page with a red rectangle, in the coordinates of the PDF, from the bottom left. */
  Drawn page(PDRectangle media, PDRectangle crop, int rotation, PDRectangle red) {
    PDPage page = new PDPage(media);
    page.setCropBox(crop);
    page.setRotation(rotation);
    pdf.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      content.setNonStrokingColor(Color.RED);
      content.addRect(red.getLowerLeftX(), red.getLowerLeftY(), red.getWidth(), red.getHeight());
      content.fill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds an upright page of text lines. */
  Drawn text(String... lines) {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      float y = PDRectangle.A4.getHeight() - 72;
      for (String line : lines) {
        content.beginText();
        content.newLineAtOffset(72, y);
        content.showText(line);
        content.endText();
        y -= 18;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds an upright page of A4 with rows of cells at {@link #columnLeft}, {@link #rowBaseline}. */
  Drawn table(List<String[]> rows) {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).length; column++) {
          content.beginText();
          content.newLineAtOffset(
              (float) columnLeft(column), (float) (PDRectangle.A4.getHeight() - rowBaseline(row)));
          content.showText(rows.get(row)[column]);
          content.endText();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** From the left edge of the page. */
  static double columnLeft(int column) {
    return 72 + 150 * column;
  }

  /** From the top edge of the page. */
  static double rowBaseline(int row) {
    return 100 + 20 * row;
  }

  void save(Path target) throws IOException {
    try (pdf) {
      pdf.save(target.toFile());
    }
  }

  /** Returns the rectangle of red pixels as fractions of the picture: left, top, right, bottom. */
  static double[] redBox(BufferedImage picture) {
    int left = picture.getWidth();
    int top = picture.getHeight();
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        Color color = new Color(picture.getRGB(x, y));
        if (color.getRed() > 200 && color.getGreen() < 80 && color.getBlue() < 80) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new double[] {
      (double) left / picture.getWidth(),
      (double) top / picture.getHeight(),
      (double) right / picture.getWidth(),
      (double) bottom / picture.getHeight()
    };
  }
}
