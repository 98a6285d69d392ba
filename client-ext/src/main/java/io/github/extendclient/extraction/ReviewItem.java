package io.github.extendclient.extraction;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.runtime.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value or rule that a person must review, from {@link Extracted#review}.
 *
 * @param kind the kind of reason
 * @param reason a sentence for people, without the value
 * @param field the path in Java names, such as {@code lineItems[0].amount}; for an item that the
 *     record omits, its path in the API's names; for a rule, its first field, or empty if it has
 *     none
 * @param value as the API sent it; {@link JsonValue#NULL} if nothing was found
 * @param confidence from 0 to 1; null if the API gives none
 * @param page counted from 1; null if the API names no place
 * @param boxes the places of the value, one per citation with a place
 */
public record ReviewItem(
    Kind kind,
    String reason,
    String field,
    JsonValue value,
    @Nullable Double confidence,
    @Nullable Integer page,
    List<PageBox> boxes) {
  /**
   * Creates an item.
   *
   * @param kind the kind of reason
   * @param reason a sentence for people
   * @param field the path of the field, or empty
   * @param value the value as the API sent it
   * @param confidence the confidence, or null
   * @param page the page, or null
   * @param boxes the places of the value
   */
  public ReviewItem {
    boxes = List.copyOf(boxes);
  }

  /** The kind of reason for a review. */
  public enum Kind {
    /** The confidence is below the {@link ReviewThreshold} of the component. */
    BELOW_THRESHOLD,
    /**
     * The component has a {@link ReviewThreshold}, and the API gives no confidence for the value.
     */
    NO_CONFIDENCE,
    /** The component has a {@link ReviewThreshold}, and nothing was found. */
    NOT_FOUND,
    /** The value does not fit the record, see {@link Extracted#problems()}. */
    DOES_NOT_FIT,
    /** A {@link ReviewRule} does not hold. */
    RULE
  }

  /** Returns the field and the reason, never the value. */
  @Override
  public String toString() {
    return (field.isEmpty() ? "" : field + ": ") + reason;
  }
}
