package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.document.Box;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.document.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays out the words of a page with spaces, roughly at their positions. */
final class SpatialText {
  /** Points per character: about the width of 10-point text. */
  private static final double COLUMN = 5;

  /** Words further to the right follow the last word: no page has so many characters in a line. */
  private static final int LAST_COLUMN = 1000;

  /** Base lines closer than this many points are one line. */
  private static final double SAME_LINE = 3;

  private SpatialText() {}

  static String of(Page page) {
    List<Word> words =
        page.words()
            .sorted(
                Comparator.<Word>comparingDouble(word -> word.box().bottom())
                    .thenComparingDouble(word -> word.box().left()))
            .toList();
    List<String> lines = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    for (Word word : words) {
      if (!line.isEmpty() && word.box().bottom() - line.get(0).box().bottom() > SAME_LINE) {
        lines.add(line(line));
        line.clear();
      }
      line.add(word);
    }
    if (!line.isEmpty()) {
      lines.add(line(line));
    }
    return String.join("\n", lines);
  }

  private static String line(List<Word> words) {
    StringBuilder text = new StringBuilder();
    words.stream()
        .sorted(Comparator.comparingDouble(word -> word.box().left()))
        .forEach(word -> append(text, word.text(), word.box()));
    return text.toString();
  }

  private static void append(StringBuilder line, String text, Box box) {
    int column = (int) Math.min(box.left() / COLUMN, LAST_COLUMN);
    int spaces = Math.max(column - line.length(), line.isEmpty() ? 0 : 1);
    line.append(" ".repeat(spaces)).append(text);
  }
}
