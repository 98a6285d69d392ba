package io.github.extendclient.documents;

import static io.github.extendclient.documents.Runs.block;
import static io.github.extendclient.documents.Runs.cited;
import static io.github.extendclient.documents.Runs.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.extendclient.v20260209.model.BlockType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfProofTest {
  @TempDir Path folder;

  @Test
  void aValueIsAnAnnotationWithItsTextAndConfidence() throws IOException {
    Path source = folder.resolve("a.pdf");
    new Drawn().text("Total 7.00").save(source);

    PDAnnotation annotation =
        annotations(
                Proof.builder(source)
                    .add(
                        Runs.extract(
                            "{'total':7.00}",
                            Map.of("total", sure(0.629, cited(1, 59.5, 84.2, 119, 168.4))))),
                1)
            .get(0);

    assertThat(annotation.getContents()).isEqualTo("total: 7.00\nConfidence: 62 %");
    assertThat(annotation.getCOSObject().containsKey(COSName.AP)).isTrue();
    assertRectangle(annotation.getRectangle(), 59.5, 842 - 168.4, 119, 842 - 84.2);
  }

  @Test
  void annotationsAreRightOnCroppedAndTurnedPages() throws IOException {
    Path source = folder.resolve("a.pdf");
    // Shown as 595 wide and 842 high after the turn.
    PDRectangle crop = new PDRectangle(100, 50, 842, 595);
    new Drawn()
        .page(new PDRectangle(0, 0, 1000, 800), crop, 90, new PDRectangle(1, 1, 1, 1))
        .save(source);

    PDAnnotation annotation =
        annotations(
                Proof.builder(source).add(Runs.parse(block(BlockType.TEXT, 1, "x", 0, 0, 100, 42))),
                1)
            .get(0);

    // The top left of a page that is turned clockwise is its bottom left.
    assertRectangle(annotation.getRectangle(), 100, 50, 142, 150);
  }

  @Test
  void onlyMarkedPagesAreKeptIfAsked() throws IOException {
    Path source = folder.resolve("a.pdf");
    new Drawn().text("1").text("2").text("3").save(source);
    Proof.Builder proof =
        Proof.builder(source)
            .markedPagesOnly()
            .add(Runs.parse(block(BlockType.TEXT, 2, "2", 70, 58, 90, 78)));

    assertThat(annotations(proof, 1)).hasSize(1);
  }

  @Test
  void anImageBecomesAPage() throws IOException {
    Path image = folder.resolve("scan.png");
    ImageIO.write(new BufferedImage(595, 842, BufferedImage.TYPE_INT_RGB), "png", image.toFile());

    assertThat(
            annotations(
                Proof.builder(image).add(Runs.parse(block(BlockType.TEXT, 1, "a", 1, 1, 9, 9))), 1))
        .hasSize(1);
  }

  @Test
  void theSourceIsNotReplaced() throws IOException {
    Path source = folder.resolve("a.pdf");
    new Drawn().text("a").save(source);
    Path link = Files.createSymbolicLink(folder.resolve("link.pdf"), source);

    for (Path target :
        List.of(source, folder.resolve("../" + folder.getFileName() + "/a.pdf"), link)) {
      assertThatThrownBy(() -> Proof.builder(source).build().writePdf(target))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(target + " is the source and would be replaced. Name another target.");
      assertThatThrownBy(() -> Proof.builder(source).build().writeHtml(target))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPageWithoutAreaHasItsAnnotations() throws IOException {
    PDRectangle empty = new PDRectangle(0, 0);
    Path source = folder.resolve("empty.pdf");
    new Drawn().page(empty, empty, 90, empty).save(source);

    assertThat(
            annotations(
                Proof.builder(source).add(Runs.parse(block(BlockType.TEXT, 1, "a", 0, 0, 9, 9))),
                1))
        .hasSize(1);
  }

  private List<PDAnnotation> annotations(Proof.Builder proof, int pages) throws IOException {
    Path target = folder.resolve("proof.pdf");
    proof.build().writePdf(target);
    try (PDDocument pdf = Loader.loadPDF(target.toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(pages);
      return List.copyOf(pdf.getPage(0).getAnnotations());
    }
  }

  private static void assertRectangle(
      PDRectangle rectangle, double left, double bottom, double right, double top) {
    assertThat(rectangle.getLowerLeftX()).isCloseTo((float) left, within(1f));
    assertThat(rectangle.getLowerLeftY()).isCloseTo((float) bottom, within(1f));
    assertThat(rectangle.getUpperRightX()).isCloseTo((float) right, within(1f));
    assertThat(rectangle.getUpperRightY()).isCloseTo((float) top, within(1f));
  }
}
