package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Reads the text of a PDF with its positions. It has no OCR: a picture of text is not text. */
final class PdfReader {
  private PdfReader() {}

  static Document read(byte[] pdf, @Nullable String password, Budget budget)
      throws RunFailedException {
    return PdfFile.use(pdf, password, budget, document -> read(document, budget));
  }

  private static Document read(PDDocument document, Budget budget)
      throws IOException, RunFailedException {
    List<PDPage> pages = PdfPages.of(document, budget);
    if (pages.isEmpty()) {
      throw new RunFailedException(Reason.CORRUPT_FILE, "The PDF has no pages.");
    }
    List<List<Row>> rows = new ArrayList<>();
    for (PDPage page : pages) {
      rows.add(new RowCollector(budget).rows(document, page));
    }
    if (rows.stream().allMatch(List::isEmpty) && hasImages(pages)) {
      throw new RunFailedException(
          Reason.FILE_TYPE_NOT_SUPPORTED,
          "The PDF has images but no text, and the embedded server has no OCR.");
    }
    return document(pages, rows);
  }

  private static Document document(List<PDPage> pdfPages, List<List<Row>> rows) {
    Layout layout = Layout.forPages(rows);
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      pages.add(new Page(i + 1, size(pdfPages.get(i)), layout.blocks(rows.get(i))));
    }
    return new Document(pages);
  }

  private static Page.Size size(PDPage page) {
    PDRectangle box = page.getCropBox();
    int rotation = page.getRotation();
    return rotation % 180 != 0
        ? new Page.Size(box.getHeight(), box.getWidth(), rotation)
        : new Page.Size(box.getWidth(), box.getHeight(), rotation);
  }

  private static boolean hasImages(List<PDPage> pages) {
    for (PDPage page : pages) {
      PDResources resources = page.getResources();
      if (resources != null) {
        for (COSName name : resources.getXObjectNames()) {
          if (resources.isImageXObject(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
