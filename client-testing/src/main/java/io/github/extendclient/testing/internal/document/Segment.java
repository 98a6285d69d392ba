package io.github.extendclient.testing.internal.document;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that belong together on one line: all of a line of prose, or one cell of a table.
 *
 * @param words empty if the kind of document has no positions
 * @param box {@code null} if the kind of document has no positions
 * @param fontSize in points, 0 if unknown
 */
public record Segment(String text, List<Word> words, @Nullable Box box, double fontSize) {
  /** A segment of a document that has no positions. */
  public static Segment of(String text) {
    return new Segment(text, List.of(), null, 0);
  }

  /** A segment of at least one word. */
  public static Segment of(List<Word> words) {
    return new Segment(
        words.stream().map(Word::text).collect(Collectors.joining(" ")),
        List.copyOf(words),
        Box.around(words.stream().map(Word::box).toList()),
        words.stream().mapToDouble(Word::fontSize).max().orElseThrow());
  }
}
