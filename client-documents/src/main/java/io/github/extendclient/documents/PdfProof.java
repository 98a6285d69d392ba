package io.github.extendclient.documents;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.jspecify.annotations.Nullable;

/** Writes a proof as a PDF with annotations. For one use on one thread. */
final class PdfProof {
  private static final int IMAGE_DPI = 110;
  private static final float POINTS_PER_INCH = 72;
  private static final int MAX_NOTE = 2000;

  private final Proof proof;
  private final SourceDocument source;

  PdfProof(Proof proof, SourceDocument source) {
    this.proof = proof;
    this.source = source;
  }

  void write(Path file, @Nullable String password, Path target) throws IOException {
    List<Integer> pages = proof.shownPages(source.pageCount());
    if (pages.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing was read on any page, and a PDF without pages cannot be written.");
    }
    if (source instanceof PdfSource) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile(), password == null ? "" : password)) {
        pdf.setAllSecurityToBeRemoved(true);
        annotate(pdf, pages);
        removeOthers(pdf, pages);
        pdf.save(target.toFile());
      }
    } else {
      try (PDDocument pdf = new PDDocument()) {
        drawImages(pdf, pages);
        pdf.save(target.toFile());
      }
    }
  }

  private void annotate(PDDocument pdf, List<Integer> pages) throws IOException {
    for (int page : pages) {
      PDPage sheet = pdf.getPage(page - 1);
      PageShape shape = PdfSource.shape(sheet);
      for (Mark mark : proof.marks(page, shape)) {
        List<Corner> corners = mark.corners().stream().map(shape::toPdf).toList();
        add(pdf, sheet, mark.finding(), corners);
      }
    }
  }

  private void drawImages(PDDocument pdf, List<Integer> pages) throws IOException {
    for (int page : pages) {
      PageShape shape = source.shape(page);
      var image = JPEGFactory.createFromImage(pdf, source.render(page, IMAGE_DPI));
      float scale = POINTS_PER_INCH / IMAGE_DPI;
      float width = image.getWidth() * scale;
      float height = image.getHeight() * scale;
      PDPage sheet = new PDPage(new PDRectangle(width, height));
      pdf.addPage(sheet);
      try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
        content.drawImage(image, 0, 0, width, height);
      }
      for (Mark mark : proof.marks(page, shape)) {
        List<Corner> corners =
            mark.corners().stream()
                .map(corner -> new Corner(corner.x() * width, (1 - corner.y()) * height))
                .toList();
        add(pdf, sheet, mark.finding(), corners);
      }
    }
  }

  private static void removeOthers(PDDocument pdf, List<Integer> pages) {
    Set<Integer> kept = new HashSet<>(pages);
    for (int page = pdf.getNumberOfPages(); page >= 1; page--) {
      if (!kept.contains(page)) {
        pdf.removePage(page - 1);
      }
    }
  }

  private static void add(PDDocument pdf, PDPage sheet, Finding finding, List<Corner> corners)
      throws IOException {
    PDAnnotationSquare annotation = new PDAnnotationSquare();
    float left = least(corners, Corner::x);
    float bottom = least(corners, Corner::y);
    float right = -least(corners, corner -> -corner.x());
    float top = -least(corners, corner -> -corner.y());
    annotation.setRectangle(new PDRectangle(left, bottom, right - left, top - bottom));
    Color color = KindColors.of(finding.kind());
    annotation.setColor(new PDColor(color.getRGBColorComponents(null), PDDeviceRGB.INSTANCE));
    PDBorderStyleDictionary border = new PDBorderStyleDictionary();
    border.setWidth(1);
    annotation.setBorderStyle(border);
    annotation.setTitlePopup(finding.label());
    annotation.setSubject(finding.kind());
    annotation.setContents(note(finding));
    annotation.setPrinted(true);
    annotation.constructAppearances(pdf);
    sheet.getAnnotations().add(annotation);
  }

  private static float least(List<Corner> corners, ToDoubleFunction<Corner> side) {
    return (float) corners.stream().mapToDouble(side).min().orElse(0);
  }

  private static String note(Finding finding) {
    String cut = CutText.withEllipsis(finding.text().strip(), MAX_NOTE);
    Double confidence = finding.confidence();
    String score =
        confidence == null
            ? ""
            : String.format(Locale.ROOT, "%nConfidence: %.0f %%", Math.floor(confidence * 100));
    return finding.label() + ": " + cut + score;
  }
}
