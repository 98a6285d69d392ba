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
 * <p>A rule that fails with an exception, such as for a value that was not found, does not hold.
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
   * A rule.
   *
   * @param <T> the record
   * @param text what must be true, as a sentence without its full stop
   * @param holds whether it is true of a record
   * @param fields the values that the rule is about, as paths in Java names, for the person who
   *     looks; the first stands for the rule
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
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** What must be true. */
  @Override
  public String toString() {
    return text;
  }
}
