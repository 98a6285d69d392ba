package io.github.extendclient.testing.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

final class PdfReaderTest {
  @Test
  void pageWithoutTextIsEmpty() throws Exception {
    Document document = read(page -> {});

    assertThat(document.pages()).hasSize(1);
    assertThat(document.pages().get(0).blocks()).isEmpty();
  }

  @Test
  void pictureOfTextIsNotSupported() {
    assertThatThrownBy(
            () ->
                PdfReader.read(
                    pdf(
                        (document, page) -> {
                          BufferedImage image = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
                          try (PDPageContentStream content =
                              new PDPageContentStream(document, page)) {
                            content.drawImage(
                                LosslessFactory.createFromImage(document, image), 0, 0);
                          }
                        }),
                    null,
                    budget()))
        .isInstanceOf(RunFailedException.class)
        .hasMessage("The PDF has images but no text, and the embedded server has no OCR.");
  }

  @Test
  void positionsAreThoseOfTheVisiblePart() throws Exception {
    Document document = read(page -> page.setCropBox(new PDRectangle(50, 100, 400, 600)), 122, 600);

    assertThat(document.pages().get(0).size()).isEqualTo(new Page.Size(400, 600, 0));
    Box box = word(document).box();
    assertThat(box.left()).isEqualTo(72);
    assertThat(box.top()).isBetween(92d, 92.01);
  }

  @Test
  void turnedPageIsReadAsItIsShown() throws Exception {
    byte[] pdf =
        pdf(
            (document, page) -> {
              page.setRotation(90);
              try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font(), 10);
                content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 100, 72));
                content.showText("Total");
                content.endText();
              }
            });

    Document document = PdfReader.read(pdf, null, budget());

    assertThat(document.pages().get(0).size()).isEqualTo(new Page.Size(792, 612, 90));
    assertThat(word(document).text()).isEqualTo("Total");
    assertThat(word(document).box().left()).isBetween(71.99, 72.01);
    assertThat(word(document).box().bottom()).isBetween(101.99, 102.01);
  }

  @Test
  void damagedFilesAreCorruptOrReadButNeverAnythingElse() throws Exception {
    byte[] whole = pdf((document, page) -> text(document, page, 72, 700));
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j <= i % 10; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        PdfReader.read(damaged, null, budget());
      } catch (RunFailedException e) {
        assertThat(e.reason())
            .isIn(
                RunFailedException.Reason.CORRUPT_FILE,
                RunFailedException.Reason.PASSWORD_PROTECTED_FILE);
      }
    }
  }

  private static Budget budget() {
    return new Budget(DocumentLimits.DEFAULT);
  }

  private interface PageChange {
    void apply(PDPage page) throws IOException;
  }

  private interface Drawing {
    void draw(PDDocument document, PDPage page) throws IOException;
  }

  private static Document read(PageChange change) throws Exception {
    return PdfReader.read(pdf((document, page) -> change.apply(page)), null, budget());
  }

  private static Document read(PageChange change, float x, float y) throws Exception {
    return PdfReader.read(
        pdf(
            (document, page) -> {
              change.apply(page);
              text(document, page, x, y);
            }),
        null,
        budget());
  }

  private static void text(PDDocument document, PDPage page, float x, float y) throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(font(), 10);
      content.newLineAtOffset(x, y);
      content.showText("Total");
      content.endText();
    }
  }

  private static PDType1Font font() {
    return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  }

  private static byte[] pdf(Drawing drawing) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      document.addPage(page);
      drawing.draw(document, page);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static Word word(Document document) {
    return document.pages().get(0).words().findFirst().orElseThrow();
  }
}
