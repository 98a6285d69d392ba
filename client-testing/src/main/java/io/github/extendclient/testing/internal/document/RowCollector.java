package io.github.extendclient.testing.internal.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes words with their positions from PDFBox's text walk and puts them into rows. */
final class RowCollector extends PDFTextStripper {
  /** A gap this many times the font size ends a segment: wider than spaces in justified text. */
  private static final double SEGMENT_GAP = 1.2;

  /** Share of the font size above and below the base line: what most Latin fonts use. */
  private static final double ASCENT = 0.8;

  private static final double DESCENT = 0.2;

  private final List<Row> rows = new ArrayList<>();
  private final List<Word> line = new ArrayList<>();

  RowCollector() {
    setSortByPosition(true);
  }

  List<Row> rows(PDDocument document, int pageNumber) throws IOException {
    setStartPage(pageNumber);
    setEndPage(pageNumber);
    writeText(document, Writer.nullWriter());
    endLine();
    return rows;
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
