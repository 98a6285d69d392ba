package io.github.extendclient.result;

import io.github.extendclient.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One change that a reviewer made.
 *
 * @param path of the value in the API's names, such as {@code line_items[0].amount}
 * @param before what the model had said; {@link JsonValue#NULL} if nothing
 * @param after what the reviewer says; {@link JsonValue#NULL} if the value was removed
 * @param notes of the reviewer; null if there are none
 * @param page that the value stands on, counted from 1; null if the API does not say
 */
public record Correction(
    String path,
    JsonValue before,
    JsonValue after,
    @Nullable String notes,
    @Nullable Integer page) {
  /** The path; never the values. */
  @Override
  public String toString() {
    return "Correction{" + path + "}";
  }
}
