package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Collects words with their positions from PDFBox, and groups them into rows. */
final class RowCollector extends PDFTextStripper {
  /** A gap this many times the font size ends a segment: wider than spaces in justified text. */
  private static final double SEGMENT_GAP = 1.2;

  /** The share of the font size above and below the base line, as in most Latin fonts. */
  private static final double ASCENT = 0.8;

  private static final double DESCENT = 0.2;

  /**
   * The number of operators between two checks of the memory; a check at each would cost too much.
   */
  private static final int OPERATORS_PER_STEP = 16;

  private final Budget budget;
  private final Set<COSBase> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Row> rows = new ArrayList<>();
  private final List<Word> line = new ArrayList<>();
  private int operators;
  private @Nullable PDPage page;

  RowCollector(Budget budget) {
    this.budget = budget;
    setSortByPosition(true);
  }

  List<Row> rows(PDDocument document, PDPage wanted) throws IOException {
    page = wanted;
    writeText(document, Writer.nullWriter());
    endLine();
    return rows;
  }

  @Override
  protected void processPages(PDPageTree pages) throws IOException {
    if (page != null && page.hasContents()) {
      processPage(page);
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (operators++ % OPERATORS_PER_STEP == 0) {
      budget.beginStep();
    }
    super.processOperator(operator, operands);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (!drawn.add(form.getCOSObject())) {
      throw new LimitExceededException(Reason.CORRUPT_FILE, "A form of the PDF draws itself.");
    }
    budget.checkDepth(drawn.size(), "forms");
    super.showForm(form);
    drawn.remove(form.getCOSObject());
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    budget.addCharacters(1);
    super.processTextPosition(text);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    if (text.isBlank() || positions.isEmpty()) {
      return;
    }
    List<Box> boxes = positions.stream().map(RowCollector::box).toList();
    line.add(new Word(text.strip(), Box.around(boxes), fontSize(positions.get(0))));
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphStart() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  private void endLine() {
    if (line.isEmpty()) {
      return;
    }
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= line.size(); i++) {
      if (i == line.size() || gap(line.get(i - 1), line.get(i)) > SEGMENT_GAP) {
        segments.add(Segment.of(line.subList(start, i)));
        start = i;
      }
    }
    rows.add(new Row(segments));
    line.clear();
  }

  private static double gap(Word left, Word right) {
    return (right.box().left() - left.box().right()) / Math.max(left.fontSize(), 1);
  }

  private static double fontSize(TextPosition position) {
    double size = position.getFontSizeInPt();
    return size > 0 ? size : position.getHeightDir() / ASCENT;
  }

  private static Box box(TextPosition position) {
    double size = fontSize(position);
    double baseline = position.getYDirAdj();
    return new Box(
        position.getXDirAdj(),
        baseline - ASCENT * size,
        position.getXDirAdj() + position.getWidthDirAdj(),
        baseline + DESCENT * size);
  }
}
