package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.UnreadableDocumentException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Reads the text of a PDF with its positions. It has no OCR: a picture of text is not text. */
final class PdfReader {
  private PdfReader() {}

  static Document read(byte[] pdf, @Nullable String password) throws UnreadableDocumentException {
    try (PDDocument document = Loader.loadPDF(pdf, password == null ? "" : password)) {
      List<List<Row>> rows = new ArrayList<>();
      for (int number = 1; number <= document.getNumberOfPages(); number++) {
        rows.add(new RowCollector().rows(document, number));
      }
      if (rows.stream().allMatch(List::isEmpty) && hasImages(document)) {
        throw new UnreadableDocumentException(
            Reason.FILE_TYPE_NOT_SUPPORTED,
            "The PDF holds images but no text, and the embedded server has no OCR.");
      }
      return document(document, rows);
    } catch (InvalidPasswordException e) {
      String problem = password == null ? "none was given" : "the one given does not open it";
      throw new UnreadableDocumentException(
          Reason.PASSWORD_PROTECTED_FILE, "The PDF needs a password: " + problem + ".");
    } catch (IOException | RuntimeException e) {
      // PDFBox throws unchecked exceptions of many kinds on damaged files.
      throw new UnreadableDocumentException(
          Reason.CORRUPT_FILE, "The file cannot be read as PDF: " + e.getMessage() + ".");
    }
  }

  private static Document document(PDDocument document, List<List<Row>> rows) {
    Layout layout = Layout.forPages(rows);
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      pages.add(new Page(i + 1, size(document.getPage(i)), layout.blocks(rows.get(i))));
    }
    return new Document(pages);
  }

  private static Page.Size size(PDPage page) {
    PDRectangle box = page.getCropBox();
    boolean turned = page.getRotation() % 180 != 0;
    return turned
        ? new Page.Size(box.getHeight(), box.getWidth())
        : new Page.Size(box.getWidth(), box.getHeight());
  }

  private static boolean hasImages(PDDocument document) {
    for (PDPage page : document.getPages()) {
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
