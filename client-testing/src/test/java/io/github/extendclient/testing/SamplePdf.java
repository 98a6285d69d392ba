package io.github.extendclient.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Real PDFs, made by PDFBox, page by page. */
final class SamplePdf {
  private final PDDocument document = new PDDocument();
  private final PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private PDPage page = new PDPage(PDRectangle.LETTER);

  SamplePdf() {
    document.addPage(page);
  }

  /** An invoice of two pages: a title, labels, a table, totals; terms on the second page. */
  static byte[] invoice() {
    return new SamplePdf()
        .text(72, 72, 24, "Invoice")
        .text(72, 110, 10, "Invoice number: INV-2026-0042")
        .text(72, 124, 10, "Invoice date: March 3, 2026")
        .text(72, 138, 10, "Paid: yes")
        .text(72, 170, 10, "Thank you for your order. Below is what we delivered to you in")
        .text(72, 182, 10, "February, at the prices that we agreed upon.")
        .row(220, "Description", "Quantity", "Unit price")
        .row(236, "Blue paint", "3", "12.50")
        .row(252, "Brush, wide", "2", "4.25")
        .row(268, "Ladder", "1", "89.00")
        .text(72, 310, 10, "Total amount: $135.00")
        .page()
        .text(72, 72, 16, "Terms")
        .text(72, 100, 10, "Payment is due within thirty days of the date of the invoice.")
        .bytes();
  }

  SamplePdf page() {
    page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    return this;
  }

  /** Text whose base line is {@code y} points below the top of the page. */
  SamplePdf text(double x, double y, double size, String text) {
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      content.beginText();
      content.setFont(font, (float) size);
      content.newLineAtOffset((float) x, (float) (page.getMediaBox().getHeight() - y));
      content.showText(text);
      content.endText();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SamplePdf row(double y, String... cells) {
    double x = 72;
    for (String cell : List.of(cells)) {
      text(x, y, 10, cell);
      x += 150;
    }
    return this;
  }

  SamplePdf protect(String password) {
    try {
      document.protect(
          new StandardProtectionPolicy("owner-" + password, password, new AccessPermission()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try (document) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
