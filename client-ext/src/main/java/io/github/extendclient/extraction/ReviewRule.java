package io.github.extendclient.extraction;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A rule over several values of a record, in plain Java; see {@link Extracted#review}.
 *
 * <pre>{@code
 * static final ReviewRule<Invoice> SUM =
 *     ReviewRule.of(
 *         "The lines add up to the total",
 *         invoice -> sum(invoice.lines()).equals(invoice.total().amount()),
 *         "total",
 *         "lines");
 * }</pre>
 *
 * <p>A rule that throws, for instance because a value was not found, counts as failed.
 *
 * @param <T> the record
 */
public final class ReviewRule<T extends Record> {
  private final String text;
  private final Predicate<? super T> holds;
  private final List<String> fields;

  private ReviewRule(String text, Predicate<? super T> holds, List<String> fields) {
    this.text = text;
    this.holds = holds;
    this.fields = fields;
  }

  /**
   * Makes a rule.
   *
   * @param <T> the record
   * @param text the condition, as a sentence without its full stop
   * @param holds returns whether a record fulfils the condition
   * @param fields the paths of the fields involved, in Java names, for the reviewer; the item of a
   *     failed rule has the first
   * @return the rule
   */
  public static <T extends Record> ReviewRule<T> of(
      String text, Predicate<? super T> holds, String... fields) {
    return new ReviewRule<>(
        Objects.requireNonNull(text, "text"),
        Objects.requireNonNull(holds, "holds"),
        List.of(fields));
  }

  String text() {
    return text;
  }

  List<String> fields() {
    return fields;
  }

  boolean holds(T value) {
    try {
      return holds.test(value);
    } catch (Exception e) { // Also checked ones, which Kotlin and Scala throw undeclared.
      return false;
    }
  }

  /** Returns the text of the condition. */
  @Override
  public String toString() {
    return text;
  }
}
