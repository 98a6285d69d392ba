package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.document.Block;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.document.Row;
import io.github.extendclient.testing.internal.document.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the candidates for a label and its value in a document, in reading order. */
final class LabelledValueFinder {
  private static final Pattern COLON = Pattern.compile("([^:]{1,60}?)\\s*:\\s+(\\S.*)");
  private static final Pattern TRAILING_COLON = Pattern.compile("([^:]{1,60}?)\\s*:");
  private static final Pattern NUMBER_AFTER =
      Pattern.compile("(\\p{L}[\\p{L} .#/()-]{1,58}?)[ .]+([-(]?[$\u20ac\u00a3]?\\s?\\d.*)");
  private static final int LONGEST_LABEL = 40;

  private final String fileId;
  private final List<LabelledValue> pairs = new ArrayList<>();

  private LabelledValueFinder(String fileId) {
    this.fileId = fileId;
  }

  static List<LabelledValue> pairs(SourceDocument source) {
    LabelledValueFinder finder = new LabelledValueFinder(source.fileId());
    for (Page page : source.document().pages()) {
      finder.page(page);
    }
    return finder.pairs;
  }

  private void page(Page page) {
    List<Row> rows = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (block.kind() == Block.Kind.TABLE) {
        table(page, block);
      }
      rows.addAll(block.rows());
    }
    for (int i = 0; i < rows.size(); i++) {
      row(page, rows.get(i), i + 1 < rows.size() ? rows.get(i + 1) : null);
    }
  }

  private void row(Page page, Row row, @Nullable Row below) {
    List<Segment> segments =
        row.segments().stream().filter(segment -> !segment.text().isEmpty()).toList();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Segment next = i + 1 < segments.size() ? segments.get(i + 1) : null;
      Matcher colon = COLON.matcher(segment.text());
      Matcher trailing = TRAILING_COLON.matcher(segment.text());
      if (colon.matches()) {
        add(page, colon.group(1), colon.group(2), 1, "after the colon", segment, null);
      } else if (trailing.matches() && next != null && !isLabelled(next)) {
        add(page, trailing.group(1), next.text(), 0.98, "in the next cell", segment, next);
      } else if (trailing.matches() && below != null) {
        Segment under = under(segment, below);
        add(page, trailing.group(1), under.text(), 0.94, "on the next line", segment, under);
      } else {
        unmarked(page, segment, next, below);
      }
    }
  }

  /** Pairs without a colon. They are less certain, so the label must be short. */
  private void unmarked(Page page, Segment segment, @Nullable Segment next, @Nullable Row below) {
    Matcher number = NUMBER_AFTER.matcher(segment.text());
    if (number.matches()) {
      add(page, number.group(1), number.group(2), 0.9, "on the same line", segment, null);
    }
    if (segment.text().length() > LONGEST_LABEL) {
      return;
    }
    if (next != null) {
      add(page, segment.text(), next.text(), 0.93, "in the next cell", segment, next);
    }
    if (below != null) {
      Segment under = under(segment, below);
      add(page, segment.text(), under.text(), 0.85, "on the next line", segment, under);
    }
  }

  private void table(Page page, Block table) {
    List<Row> rows = table.rows();
    if (rows.size() == 2) {
      for (int column = 0; column < rows.get(0).segments().size(); column++) {
        Segment head = rows.get(0).segments().get(column);
        Segment cell = rows.get(1).segments().get(column);
        add(page, head.text(), cell.text(), 0.97, "below the column's head", head, cell);
      }
    }
    for (Row row : rows) {
      List<Segment> filled = row.segments().stream().filter(s -> !s.text().isEmpty()).toList();
      if (filled.size() == 2) {
        Segment value = filled.get(1);
        add(page, filled.get(0).text(), value.text(), 0.95, "in its row", filled.get(0), value);
      }
    }
  }

  private void add(
      Page page,
      String label,
      String value,
      double certainty,
      String manner,
      Segment labelSegment,
      @Nullable Segment valueSegment) {
    if (value.isBlank() || label.isBlank()) {
      return;
    }
    if (valueSegment != null && isLabelled(valueSegment)) {
      return;
    }
    Citation at =
        valueSegment == null
            ? new Citation(fileId, page, labelSegment.text(), labelSegment.box())
            : new Citation(fileId, page, valueSegment.text(), valueSegment.box());
    pairs.add(
        new LabelledValue(
            label.strip(), LabelWords.of(label), value.strip(), certainty, manner, at));
  }

  private static boolean isLabelled(Segment segment) {
    return COLON.matcher(segment.text()).matches()
        || TRAILING_COLON.matcher(segment.text()).matches();
  }

  /** The segment directly below this one in the next row. */
  private static Segment under(Segment segment, Row below) {
    if (segment.box() != null) {
      for (Segment candidate : below.segments()) {
        if (candidate.box() != null
            && candidate.box().left() < segment.box().right()
            && candidate.box().right() > segment.box().left()) {
          return candidate;
        }
      }
    }
    return below.segments().get(0);
  }
}
