package io.github.extendclient.extraction;

import io.github.extendclient.v20260209.model.FieldMetadata;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was extracted: the record, and beside each of its values how sure it is and where it stands.
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
   * The record.
   *
   * @return its components are null, and its lists empty, where nothing was found or nothing fits
   */
  public T value() {
    return value;
  }

  /**
   * The values that do not fit the record. Only {@link ExtractionSchema#readLenient} leaves any;
   * the other forms throw at the first.
   *
   * @return unmodifiable, in the order of the record and of the items; empty if all fit
   */
  public List<ExtractionProblem> problems() {
    return problems;
  }

  /**
   * One value with its confidence and citations. A place that the API says nothing about, such as a
   * list or a nested record, is as sure as the least sure value in it and has the citations of all;
   * a part of a {@link CurrencyAmount} or {@link Signature} then has those of the whole.
   *
   * <p>Cheap enough for a loop over all items of a list: the output is parsed once.
   *
   * @param path the names of components as Java has them, and the index of an item in the record's
   *     list: {@code lineItems[0].amount}
   * @return the field
   * @throws IllegalArgumentException if the record has no such component, or the list no such item
   */
  public ExtractedField field(String path) {
    return field(root.find(path));
  }

  /**
   * Every single value with its confidence and citations, those that were not found included. A
   * {@link CurrencyAmount} or {@link Signature} counts as one.
   *
   * @return unmodifiable, in the order of the record and of the items
   */
  public List<ExtractedField> fields() {
    return root.leaves().map(this::field).toList();
  }

  /**
   * What a person must look at: values below the {@link Threshold} of their component, values that
   * do not fit the record, and rules that do not hold.
   *
   * <pre>{@code
   * for (ReviewItem item : extracted.review(SUM_OF_LINES)) {
   *   ask(item.field(), item.reason(), item.page(), item.boxes());
   * }
   * }</pre>
   *
   * @param rules over several fields
   * @return unmodifiable: first what does not fit, then values in the order of the record, then
   *     rules in their order; empty if no one has to look
   * @throws IllegalArgumentException if a rule names a field that the record does not have
   */
  @SafeVarargs
  public final List<ReviewItem> review(ReviewRule<T>... rules) {
    Review<T> review = new Review<>(this, root);
    problems.forEach(review::addProblem);
    review.addValues(root);
    for (ReviewRule<T> rule : rules) {
      review.addRule(rule);
    }
    return review.items();
  }

  ExtractedField field(ValueNode node) {
    List<FieldMetadata> entries = entries(node).toList();
    FieldMetadata whole = node.whole() == null ? null : metadata.get(node.whole());
    Mismatches.Listed mismatches = new Mismatches.Listed();
    return new ExtractedField(
        node.path(),
        node.decode(mismatches),
        node.json(),
        mismatches.problems(),
        entries.isEmpty() && whole != null ? List.of(whole) : entries);
  }

  /** The node's own entry or, without one, those of what it consists of. */
  private Stream<FieldMetadata> entries(ValueNode node) {
    FieldMetadata own = metadata.get(node.path().key());
    return own != null ? Stream.of(own) : node.children().stream().flatMap(this::entries);
  }

  /** The class of the record; never what was extracted. */
  @Override
  public String toString() {
    return "Extracted{" + value.getClass().getName() + "}";
  }
}
