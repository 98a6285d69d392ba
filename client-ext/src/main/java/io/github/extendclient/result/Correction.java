package io.github.extendclient.result;

import io.github.extendclient.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One change that a reviewer made.
 *
 * @param path the path of the value in the API's names, such as {@code line_items[0].amount}
 * @param before the model's value; {@link JsonValue#NULL} if it found none
 * @param after the reviewer's value; {@link JsonValue#NULL} if the reviewer removed the value
 * @param notes the reviewer's notes; null if there are none
 * @param page the page of the value, counted from 1; null if unknown
 */
public record Correction(
    String path,
    JsonValue before,
    JsonValue after,
    @Nullable String notes,
    @Nullable Integer page) {
  /** Returns the path, never the values. */
  @Override
  public String toString() {
    return "Correction{" + path + "}";
  }
}
