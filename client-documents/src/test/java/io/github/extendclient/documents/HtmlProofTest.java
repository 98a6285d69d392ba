package io.github.extendclient.documents;

import static io.github.extendclient.documents.Runs.block;
import static io.github.extendclient.documents.Runs.cited;
import static io.github.extendclient.documents.Runs.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.v20260209.model.BlockType;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ParseRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlProofTest {
  @TempDir Path folder;

  @Test
  void everyPageIsAPictureWithItsMarks() throws IOException {
    String html =
        html(
            Proof.builder(document(2))
                .add(
                    Runs.parse(
                        block(BlockType.HEADING, 1, "Invoice", 72, 60, 200, 80),
                        block(BlockType.TEXT, 2, "Thanks", 72, 60, 200, 80))));

    assertThat(count(html, "data:image/jpeg;base64,")).isEqualTo(2);
    assertThat(html)
        .contains("<figcaption>Page 2</figcaption>")
        .contains("<g class=\"k-heading\" data-k=\"heading\" data-f=\"0\" tabindex=\"-1\">")
        .contains("<polygon points=\"72.03,59.99 200.09,59.99 200.09,79.99 72.03,79.99 \"/>");
  }

  @Test
  void aPageThatTheApiTurnedIsShownAsItIsInTheFile() throws IOException {
    ParseRun turned =
        Runs.turned(Runs.parse(block(BlockType.TEXT, 1, "a", 0, 0, 421, 59.5)), -90, 595, 842, 72);

    // What is at the top left after a turn to the left was at the top right.
    assertThat(html(Proof.builder(document(1)).add(turned)))
        .contains("points=\"595.28,0.00 595.28,420.94 535.75,420.94 535.75,0.00 \"");
    assertThat(
            html(
                Proof.builder(document(1))
                    .pagesOf(turned)
                    .add(Runs.extract("{'a':1}", Map.of("a", sure(1, cited(1, 0, 0, 421, 59.5)))))))
        .contains("points=\"595.28,0.00 595.28,420.94 535.75,420.94 535.75,0.00 \"");
  }

  @Test
  void textOfTheDocumentIsNoMarkup() throws IOException {
    String html =
        html(
            Proof.builder(document(1))
                .title("<script>alert(1)</script>")
                .add(
                    Runs.parse(
                        block(BlockType.TEXT, 1, "</span><img src=x onerror=a()>", 1, 1, 9, 9))));

    assertThat(html)
        .doesNotContain("<script>alert", "<img src=x")
        .contains("&lt;/span&gt;&lt;img src=x onerror=a()&gt;")
        .contains("default-src 'none'");
  }

  @Test
  void nothingIsLoadedFromAnywhere() throws IOException {
    assertThat(html(Proof.builder(document(1)))).doesNotContain("http:", "https:", "@import");
  }

  @Test
  void valuesHaveConfidenceAndPagesAndPartsOfACurrencyAreOneValue() throws IOException {
    String html =
        html(
            Proof.builder(document(1))
                .add(
                    Runs.extract(
                        "{'total':{'amount':12.5,'iso_4217_currency_code':'EUR'},'note':null}",
                        Map.of("total", sure(0.689, cited(1, 10, 10, 90, 30))))));

    assertThat(html)
        .contains("<span class=\"v\" dir=\"auto\">12.5 EUR</span>")
        .contains("<span class=\"c low\" title=\"Confidence\">68 %")
        .contains("<span class=\"p\">page 1</span>")
        .contains("<span class=\"p\">no place</span>");
  }

  @Test
  void classifySplitAndFormRunsAreShown() throws IOException {
    String html =
        html(
            Proof.builder(document(3))
                .add(Runs.classify("invoice"))
                .add(Runs.split(Runs.part("invoice", "INV-1", 1, 2), Runs.part("letter", "", 3, 3)))
                .add(Runs.form("applicant", 2, 72, 100)));

    assertThat(html)
        .contains("<span class=\"v\" dir=\"auto\">INV-1, pages 1 to 2</span>")
        .contains("<span class=\"v\" dir=\"auto\">text: Name of the applicant</span>");
    assertThat(count(html, "<g class=\"k-split\"")).isEqualTo(3);
    assertThat(count(html, "<g class=\"k-form_field\"")).isEqualTo(1);
  }

  @Test
  void pagesWithNothingToShowCanBeLeftOut() throws IOException {
    String html =
        html(
            Proof.builder(document(3))
                .markedPagesOnly()
                .add(Runs.parse(block(BlockType.TEXT, 2, "a", 1, 1, 9, 9))));

    assertThat(count(html, "<figure id=")).isEqualTo(1);
    assertThat(html).contains("2 pages have nothing to show and are left out.");
  }

  @Test
  void anImageIsASourceToo() throws IOException {
    Path image = folder.resolve("scan.png");
    ImageIO.write(new BufferedImage(595, 842, BufferedImage.TYPE_INT_RGB), "png", image.toFile());

    assertThat(
            html(
                Proof.builder(image)
                    .add(Runs.parse(block(BlockType.TEXT, 1, "a", 59.5, 84.2, 119, 168.4)))))
        .contains("viewBox=\"0 0 595.00 842.00\"")
        .contains("points=\"59.50,84.20 119.00,84.20 119.00,168.40 59.50,168.40 \"");
  }

  @Test
  void halvesOfSurrogatePairsDoNotStopTheProof() throws IOException {
    String text = "\ud800x" + "a".repeat(397) + "😀b";

    assertThat(
            html(
                Proof.builder(document(1))
                    .add(Runs.parse(block(BlockType.TEXT, 1, text, 1, 1, 9, 9)))))
        .contains("\ufffdx" + "a".repeat(397) + "…</span>");
  }

  @Test
  void anAnimationIsOnePage() throws IOException {
    Path gif = folder.resolve("a.gif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(gif.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int picture = 0; picture < 2; picture++) {
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_INDEXED);
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    }

    assertThat(DocumentInfo.of(gif).pages()).isEqualTo(1);
    assertThat(count(html(Proof.builder(gif)), "<figure id=")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"8000, 8000", "1200, 70000", "70000, 10"})
  void largeImagesAreShownSmall(int width, int height) throws IOException {
    Path image = folder.resolve("large.png");
    ImageIO.write(
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", image.toFile());

    try (SourceDocument source = SourceDocument.open(image, null)) {
      BufferedImage picture = source.render(1, 300);
      assertThat(picture.getWidth()).isLessThanOrEqualTo(1275);
      assertThat(picture.getHeight()).isLessThanOrEqualTo(20_000);
      assertThat(picture.getWidth() * picture.getHeight()).isLessThanOrEqualTo(4_010_000);
      assertThat(source.shape(1).width()).isEqualTo(width);
    }
    assertThat(html(Proof.builder(image))).contains("viewBox=\"0 0 " + width + ".00 ");
  }

  @Test
  void aLongPageIsShownSmall() throws IOException {
    PDRectangle ribbon = new PDRectangle(10, 144_000);
    Path file = folder.resolve("ribbon.pdf");
    new Drawn().page(ribbon, ribbon, 0, ribbon).save(file);

    assertThat(html(Proof.builder(file))).contains("viewBox=\"0 0 10.00 144000.00\"");
  }

  @Test
  void metadataOfAnUnexpectedTypeDoesNotStopTheProof() throws IOException {
    ExtractRun run =
        ExtractRun.fromJson(
            Runs.extract("{'a':1,'b':2,'c':3}", Map.of("b", sure(0.5, cited(1, 1, 1, 9, 9))))
                .toJson()
                .replace(
                    "\"metadata\":{",
                    "\"metadata\":{\"a\":null,"
                        + "\"c\":{\"ocrConfidence\":\"x\",\"citations\":[null,{\"page\":5}]},"));

    String html = html(Proof.builder(document(1)).add(run));

    assertThat(count(html, "<li data-k=\"field\">")).isEqualTo(3);
    assertThat(count(html, "<polygon")).isEqualTo(1);
  }

  @Test
  void aPageThatDrawsFormsWithoutEndIsRefused() throws IOException {
    String forms = "/X Do /X Do";
    Path file =
        Files.writeString(
            folder.resolve("forms.pdf"),
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
                + "/Resources<</XObject<</X 5 0 R>>>>>>endobj\n"
                + "4 0 obj<</Length 5>>stream\n/X Do\nendstream endobj\n"
                + "5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                + "/Resources<</XObject<</X 5 0 R>>>>/Length 11>>stream\n"
                + forms
                + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

    assertThatThrownBy(() -> html(Proof.builder(file)))
        .isInstanceOf(IOException.class)
        .hasMessage("The page draws more than 50000 forms and images. Is it damaged?");
  }

  @Test
  void aCropBoxOutsideOfTheSheetIsIgnored() throws IOException {
    Path file = folder.resolve("crop.pdf");
    new Drawn()
        .page(PDRectangle.A4, new PDRectangle(2000, 2000, 9, 9), 0, new PDRectangle(1, 1))
        .save(file);

    assertThat(html(Proof.builder(file))).contains("viewBox=\"0 0 595.28 841.89\"");
  }

  @Test
  void aSplitThatEndsFarBehindTheDocumentIsShown() throws IOException {
    assertThat(
            html(
                Proof.builder(document(1))
                    .add(Runs.split(Runs.part("a", "", 1, Integer.MAX_VALUE)))))
        .contains("<figure id=\"page-1\">");
  }

  @Test
  void anotherKindOfSourceIsRefusedWithTheWayOut() throws IOException {
    Path text = Files.writeString(folder.resolve("a.docx"), "x");

    assertThatThrownBy(() -> html(Proof.builder(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a.docx is neither a PDF nor an image. Give the PDF that it was converted to: upload it"
                + " with convertToPdf, retrieve the file and download its presignedUrl.");
  }

  @Test
  void aResolutionOutOfRangeIsRefused() {
    assertThatThrownBy(() -> Proof.builder(folder).dpi(10))
        .hasMessage("dpi is 10: give 30 to 300.");
  }

  private Path document(int pages) throws IOException {
    Path file = folder.resolve("document.pdf");
    Drawn drawn = new Drawn();
    for (int page = 1; page <= pages; page++) {
      drawn.text("Page " + page);
    }
    drawn.save(file);
    return file;
  }

  private String html(Proof.Builder proof) throws IOException {
    Path target = folder.resolve("proof.html");
    proof.build().writeHtml(target);
    return Files.readString(target);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
