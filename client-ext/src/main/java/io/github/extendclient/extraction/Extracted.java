package io.github.extendclient.extraction;

import io.github.extendclient.internal.json.Readable;
import io.github.extendclient.v20260209.model.FieldMetadata;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An extracted record, with the confidence and the citations of each value.
 *
 * <pre>{@code
 * Invoice invoice = extracted.value();
 * Double confidence = extracted.field("lineItems[0].amount").confidence();
 * List<ExtractedField> unsure =
 *     extracted.fields().stream()
 *         .filter(field -> field.confidence() == null || field.confidence() < 0.9)
 *         .toList();
 * }</pre>
 *
 * <p>Immutable if the record is.
 *
 * @param <T> the record
 */
public final class Extracted<T extends Record> {
  private final T value;
  private final ValueNode root;
  private final Map<String, FieldMetadata> metadata;
  private final List<ExtractionProblem> problems;

  Extracted(
      T value,
      ValueNode root,
      Map<String, FieldMetadata> metadata,
      List<ExtractionProblem> problems) {
    this.value = value;
    this.root = root;
    this.metadata = metadata;
    this.problems = problems;
  }

  /**
   * Returns the record.
   *
   * @return the record; components are null, and lists empty, where no fitting value was found
   */
  public T value() {
    return value;
  }

  /**
   * Returns the values that do not fit the record. Only {@link ExtractionSchema#readLenient} and
   * {@link ExtractionSchema#decodeLenient} collect them; the strict methods throw at the first.
   *
   * @return an unmodifiable list in the order of the record and of the items; empty if all values
   *     fit
   */
  public List<ExtractionProblem> problems() {
    return problems;
  }

  /**
   * Returns one value with its confidence and citations. If the API has no metadata for a list or a
   * nested record, its confidence is the lowest of the values in it, and its citations are those of
   * all values. A part of a {@link CurrencyAmount} or {@link Signature} without metadata has those
   * of the whole.
   *
   * <p>Suitable for a loop over all items of a list: the output is parsed once.
   *
   * @param path Java component names and the indexes of items in the record's lists: {@code
   *     lineItems[0].amount}
   * @return the field
   * @throws IllegalArgumentException if the record has no such component or the list has no such
   *     item
   */
  public ExtractedField field(String path) {
    return field(root.find(path));
  }

  /**
   * Returns all single values with confidence and citations, including values that were not found.
   * A {@link CurrencyAmount} or {@link Signature} counts as one.
   *
   * @return an unmodifiable list in the order of the record and of the items
   */
  public List<ExtractedField> fields() {
    return root.leaves().map(this::field).toList();
  }

  /**
   * Returns what a person must review: values below the {@link ReviewThreshold} of their component,
   * values that do not fit the record, and rules that fail.
   *
   * <pre>{@code
   * for (ReviewItem item : extracted.review(SUM_OF_LINES)) {
   *   ask(item.field(), item.reason(), item.page(), item.boxes());
   * }
   * }</pre>
   *
   * @param rules rules over several fields
   * @return an unmodifiable list: first values that do not fit, then values in the order of the
   *     record, then rules in the given order; empty if there is nothing to review
   * @throws IllegalArgumentException if a rule names a field that the record does not have
   */
  @SafeVarargs
  public final List<ReviewItem> review(ReviewRule<T>... rules) {
    Review<T> review = new Review<>(this, root);
    review.addProblems(problems);
    review.addValues(root);
    for (ReviewRule<T> rule : rules) {
      review.addRule(rule);
    }
    return review.items();
  }

  ExtractedField field(ValueNode node) {
    List<FieldMetadata> entries = entries(node).toList();
    FieldMetadata whole = node.whole() == null ? null : metadata(node.whole());
    Mismatches.Listed mismatches = new Mismatches.Listed();
    return new ExtractedField(
        node.path(),
        node.decode(mismatches),
        node.json(),
        mismatches.problems(),
        entries.isEmpty() && whole != null ? List.of(whole) : entries);
  }

  /** Returns the node's own metadata or, without any, that of its parts. */
  private Stream<FieldMetadata> entries(ValueNode node) {
    FieldMetadata own = metadata(node.path().key());
    return own != null ? Stream.of(own) : node.children().stream().flatMap(this::entries);
  }

  private @Nullable FieldMetadata metadata(String key) {
    return Readable.orNull(() -> metadata.get(key));
  }

  /** Returns the class of the record, never extracted values. */
  @Override
  public String toString() {
    return "Extracted{" + value.getClass().getName() + "}";
  }
}
