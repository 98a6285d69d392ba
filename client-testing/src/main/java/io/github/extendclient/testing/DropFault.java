package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.http.Response.Cut;
import org.jspecify.annotations.Nullable;

/**
 * See {@link Fault#dropAt(Stage)}.
 *
 * @param stage where the connection ends
 */
record DropFault(Stage stage) implements Fault {
  /** The point of the response, {@code null} if the connection ends before the request is read. */
  @Nullable Cut cut() {
    return switch (stage) {
      case REQUEST_START, REQUEST_BODY -> null;
      case RESPONSE_START -> Cut.BEFORE;
      case RESPONSE_BODY -> Cut.INSIDE;
      case RESPONSE_END -> Cut.AFTER;
    };
  }

  @Override
  public String toString() {
    return "connection dropped at " + stage;
  }
}
