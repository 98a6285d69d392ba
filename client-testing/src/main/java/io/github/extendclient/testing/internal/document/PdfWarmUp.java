package io.github.extendclient.testing.internal.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Reads a PDF of one word, once in each JVM. With the first document, PDFBox loads its classes and
 * scans the fonts of the machine, which may take seconds that should not count for that document.
 */
final class PdfWarmUp {
  private static final DocumentLimits NONE = new DocumentLimits(Duration.ofDays(1));

  private static final boolean DONE = isReadable();

  private PdfWarmUp() {}

  /** Reads it unless that was done before; waits if another thread is reading it. */
  static void ensure() {
    if (!DONE) {
      throw new IllegalStateException("PDFBox does not read what it has written");
    }
  }

  private static boolean isReadable() {
    try (PDDocument document = Loader.loadPDF(pdf())) {
      return !new RowCollector(new Budget(NONE)).rows(document, document.getPage(0)).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 10);
        content.newLineAtOffset(72, 72);
        content.showText("Word");
        content.endText();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
