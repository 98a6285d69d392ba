package io.github.extendclient.testing.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayoutTest {
  private final List<Row> rows = new ArrayList<>();

  @Test
  void sizeTellsHeadingsApart() {
    line(72, 100, 20, "Report").line(72, 130, 14, "Part one").line(72, 160, 10, "Some plain text.");

    assertThat(kinds())
        .containsExactly(Block.Kind.HEADING, Block.Kind.SECTION_HEADING, Block.Kind.TEXT);
  }

  @Test
  void gapEndsAParagraph() {
    line(72, 100, 10, "One line").line(72, 112, 10, "and the next.").line(72, 140, 10, "Another.");

    assertThat(blocks())
        .extracting(Block::text)
        .containsExactly("One line\nand the next.", "Another.");
  }

  @Test
  void colonOfASentenceIsNoLabel() {
    line(72, 100, 10, "The main features of this library are:")
        .line(72, 112, 10, "it works, and it does so: always");

    assertThat(kinds()).containsExactly(Block.Kind.TEXT);
  }

  @Test
  void segmentsThatLineUpAreATableWithEmptyCells() {
    row(100, "Item", 72, "Amount", 300)
        .row(115, "Paper", 72, "12.50", 300)
        .row(130, "Ink", 72, "4", 300);
    rows.add(new Row(List.of(segment(72, 145, "Sum"), segment(305, 145, "16.50"))));

    assertThat(kinds()).containsExactly(Block.Kind.TABLE);
    assertThat(blocks().get(0).rows().get(3).text()).isEqualTo("Sum 16.50");
  }

  @Test
  void twoColumnsOfProseAreReadOneAfterTheOther() {
    String left = "The left column of a page goes on here ";
    String right = "while the right column tells another story ";
    for (int i = 0; i < 5; i++) {
      row(100 + 12 * i, left + i, 72, right + i, 320);
    }

    assertThat(kinds()).containsExactly(Block.Kind.TEXT, Block.Kind.TEXT);
    assertThat(blocks().get(0).text()).startsWith(left + "0\n" + left + "1");
  }

  @Test
  void numberAtTheBottomIsThePageNumber() {
    line(72, 100, 10, "Some text.").line(300, 760, 10, "Page 3 of 12");

    assertThat(kinds()).containsExactly(Block.Kind.TEXT, Block.Kind.PAGE_NUMBER);
  }

  @Test
  void emptyPageHasNoBlocks() {
    assertThat(blocks()).isEmpty();
  }

  private LayoutTest line(double x, double y, double size, String text) {
    rows.add(new Row(List.of(segment(x, y, size, text))));
    return this;
  }

  private LayoutTest row(double y, String left, double leftX, String right, double rightX) {
    rows.add(new Row(List.of(segment(leftX, y, left), segment(rightX, y, right))));
    return this;
  }

  private static Segment segment(double x, double y, String text) {
    return segment(x, y, 10, text);
  }

  private static Segment segment(double x, double y, double size, String text) {
    Box box = new Box(x, y - 0.8 * size, x + text.length() * size / 2, y + 0.2 * size);
    return Segment.of(List.of(new Word(text, box, size)));
  }

  private List<Block> blocks() {
    return Layout.forPages(List.of(rows)).blocks(rows);
  }

  private List<Block.Kind> kinds() {
    return blocks().stream().map(Block::kind).toList();
  }
}
