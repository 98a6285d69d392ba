package io.github.extendclient.extraction;

import io.github.extendclient.v20260209.model.ExtractOutputMetadataValue;
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
  private final Spot root;
  private final Map<String, ExtractOutputMetadataValue> metadata;

  Extracted(T value, Spot root, Map<String, ExtractOutputMetadataValue> metadata) {
    this.value = value;
    this.root = root;
    this.metadata = metadata;
  }

  /**
   * The record.
   *
   * @return its components are null, and its lists empty, where nothing was found
   */
  public T value() {
    return value;
  }

  /**
   * One value with its confidence and citations. A place that the API says nothing about, such as a
   * list or a nested record, is as sure as the least sure value in it and has the citations of all;
   * a part of a {@link CurrencyAmount} or {@link Signature} then has those of the whole.
   *
   * @param path the names of components as Java has them, and the index of an item: {@code
   *     lineItems[0].amount}
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

  private ExtractedField field(Spot spot) {
    List<ExtractOutputMetadataValue> entries = entries(spot).toList();
    ExtractOutputMetadataValue whole = spot.whole() == null ? null : metadata.get(spot.whole());
    return new ExtractedField(
        spot.place(),
        spot.shape().decode(spot.json(), spot.place()),
        entries.isEmpty() && whole != null ? List.of(whole) : entries);
  }

  /** The place's own entry or, without one, those of what it consists of. */
  private Stream<ExtractOutputMetadataValue> entries(Spot spot) {
    ExtractOutputMetadataValue own = metadata.get(spot.place().key());
    return own != null ? Stream.of(own) : spot.children().stream().flatMap(this::entries);
  }

  /** The class of the record; never what was extracted. */
  @Override
  public String toString() {
    return "Extracted{" + value.getClass().getName() + "}";
  }
}
