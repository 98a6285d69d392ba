package io.github.extendclient.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.v20260209.model.PageRange;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BeforeUploadTest {
  @TempDir Path folder;

  @Test
  void aPdfHasItsPagesWhateverItsName() throws IOException {
    Path pdf = pdf("scan.bin", "one", "two", "three");

    assertThat(DocumentInfo.of(pdf))
        .isEqualTo(new DocumentInfo(DocumentKind.PDF, Files.size(pdf), 3, false, true));
  }

  @Test
  void aTiffHasItsPages() throws IOException {
    Path tiff = folder.resolve("scan.tif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(tiff.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < 2; page++) {
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    }

    assertThat(DocumentInfo.of(tiff).pages()).isEqualTo(2);
    assertThat(DocumentInfo.of(tiff).kind()).isEqualTo(DocumentKind.IMAGE);
  }

  @Test
  @Timeout(20)
  void aTiffWhosePagesLeadBackIsCountedOnce() throws IOException {
    ByteBuffer tiff =
        ByteBuffer.allocate(14)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("II".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 42)
            .putInt(8) // The place of the first page,
            .putShort((short) 0) // which has no entries
            .putInt(8); // and is followed by itself.
    Path file = Files.write(folder.resolve("loop.tif"), tiff.array());

    assertThat(DocumentInfo.of(file).pages()).isEqualTo(1);
  }

  @Test
  void otherKindsAreToldByTheirName() throws IOException {
    assertThat(DocumentInfo.of(Files.writeString(folder.resolve("a.XLSX"), "x")).kind())
        .isEqualTo(DocumentKind.SPREADSHEET);
  }

  @Test
  void aGoodDocumentHasNoProblems() throws IOException {
    assertThat(UploadCheck.builder().maxPages(1).build().problems(pdf("a.pdf", "one"))).isEmpty();
  }

  @Test
  void aDocumentThatNeedsAPasswordIsFoundOut() throws IOException {
    Path locked = locked();

    assertThat(UploadCheck.builder().build().problems(locked))
        .containsExactly(
            new UploadProblem(
                "PASSWORD_PROTECTED_FILE",
                "locked.pdf needs a password. Give it with the upload."));
    assertThat(UploadCheck.builder().password("wrong").build().problems(locked))
        .containsExactly(
            new UploadProblem("PASSWORD_PROTECTED_FILE", "locked.pdf needs another password."));
    assertThat(UploadCheck.builder().password("secret").build().problems(locked)).isEmpty();
  }

  @Test
  void sizePagesKindAndDamageAreFoundOut() throws IOException {
    Path pdf = pdf("a.pdf", "one", "two");

    assertThat(UploadCheck.builder().maxPages(1).maxBytes(10).build().problems(pdf))
        .containsExactly(
            new UploadProblem(
                "FILE_SIZE_TOO_LARGE",
                "a.pdf has " + Files.size(pdf) + " bytes, more than 10. Cut it with PdfPages."),
            new UploadProblem(
                "FILE_SIZE_TOO_LARGE", "a.pdf has 2 pages, more than 1. Cut it with PdfPages."));
    assertThat(problems("a.exe", "x"))
        .containsExactly(
            new UploadProblem(
                "FILE_TYPE_NOT_SUPPORTED",
                "a.exe has an ending that the API does not list. Convert it to PDF."));
    assertThat(problems("a.pdf", "%PDF-1.7 and nothing"))
        .containsExactly(
            new UploadProblem("CORRUPT_FILE", "a.pdf is a PDF that cannot be opened."));
    assertThat(problems("a.txt", ""))
        .containsExactly(new UploadProblem("CORRUPT_FILE", "a.txt is empty."));
  }

  @Test
  void pagesAreCutInTheOrderAsked() throws IOException {
    Path target = folder.resolve("cut.pdf");

    PdfPages.cut(pdf("a.pdf", "one", "two", "three", "four"), target, range(4, 4), range(1, 2));

    assertThat(texts(target)).containsExactly("four", "one", "two");
  }

  @Test
  void pagesThatAreNotThereAreRefused() throws IOException {
    Path pdf = pdf("a.pdf", "one");

    assertThatThrownBy(() -> PdfPages.cut(pdf, folder.resolve("b.pdf"), range(1, 2)))
        .hasMessage("The document has 1 page: it has no pages 1 to 2.");
    assertThatThrownBy(() -> PdfPages.cut(pdf, folder.resolve("b.pdf")))
        .hasMessage("There is no range of pages: give at least one.");
  }

  @Test
  void aPdfIsSplitAsTheRunSaysIntoSafeNames() throws IOException {
    List<Path> parts =
        PdfPages.split(
            pdf("a.pdf", "one", "two", "three"),
            Runs.split(Runs.part("invoice", "../INV 1042", 1, 2), Runs.part("other", "", 3, 3)),
            folder.resolve("parts"));

    assertThat(parts)
        .containsExactly(
            folder.resolve("parts/01-invoice-INV-1042.pdf"), folder.resolve("parts/02-other.pdf"));
    assertThat(texts(parts.get(0))).containsExactly("one", "two");
    assertThat(texts(parts.get(1))).containsExactly("three");
  }

  @Test
  void theSourceIsNeitherCutNorSplitOntoItself() throws IOException {
    Path source = pdf("01-a.pdf", "one", "two");
    String message = source + " is the source and would be replaced. Name another target.";

    assertThatThrownBy(() -> PdfPages.cut(source, source, range(1, 1))).hasMessage(message);
    assertThatThrownBy(() -> PdfPages.split(source, Runs.split(Runs.part("a", "", 1, 1)), folder))
        .hasMessage(message);
    assertThat(texts(source)).containsExactly("one", "two");
  }

  @Test
  void aLongNameIsNotCutWithinACharacter() throws IOException {
    String type = "a".repeat(59) + "𠀀";

    assertThat(
            PdfPages.split(
                pdf("a.pdf", "one"),
                Runs.split(Runs.part(type, "", 1, 1)),
                folder.resolve("parts")))
        .containsExactly(folder.resolve("parts/01-" + "a".repeat(59) + ".pdf"));
  }

  @Test
  void aTreeOfPagesThatIsTooDeepCannotBeOpened() throws IOException {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    for (int i = 2; i < 20_000; i++) {
      pdf.append(i + " 0 obj<</Type/Pages/Count 1/Kids[" + (i + 1) + " 0 R]>>endobj\n");
    }
    pdf.append("20000 0 obj<</Type/Page/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

    assertThat(problems("deep.pdf", pdf.toString()))
        .containsExactly(
            new UploadProblem("CORRUPT_FILE", "deep.pdf is a PDF that cannot be opened."));
    assertThatThrownBy(
            () -> Proof.builder(folder.resolve("deep.pdf")).build().writeHtml(folder.resolve("a")))
        .isInstanceOf(IOException.class)
        .hasMessage("deep.pdf is a PDF that cannot be opened.");
  }

  private List<UploadProblem> problems(String name, String content) throws IOException {
    return UploadCheck.builder().build().problems(Files.writeString(folder.resolve(name), content));
  }

  private Path pdf(String name, String... pages) throws IOException {
    Path file = folder.resolve(name);
    Drawn drawn = new Drawn();
    for (String page : pages) {
      drawn.text(page);
    }
    drawn.save(file);
    return file;
  }

  private Path locked() throws IOException {
    Path file = folder.resolve("locked.pdf");
    try (PDDocument pdf = Loader.loadPDF(pdf("open.pdf", "one").toFile())) {
      pdf.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
      pdf.save(file.toFile());
    }
    return file;
  }

  private static PageRange range(int start, int end) {
    return PageRange.builder().start(start).end(end).build();
  }

  private static List<String> texts(Path file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      return stripper.getText(pdf).lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
