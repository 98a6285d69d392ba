package io.github.extendclient.webhook;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.internal.error.Exceptions;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of this package and the texts in their messages. Stateless. */
final class WebhookFailure {
  private static final int LONGEST_SHOWN = 100;

  private WebhookFailure() {}

  /** Makes the exception for a delivery whose event is not known. */
  static ExtendException of(Reason reason, String message) {
    return of(reason, message, null, null, null);
  }

  /** Makes the exception for an event. */
  static ExtendException of(
      Reason reason,
      String message,
      @Nullable Throwable cause,
      @Nullable String eventId,
      @Nullable String eventType) {
    return Exceptions.MAKER.webhook(reason, message, cause, eventId, eventType);
  }

  /** Returns a text from the request on one line, truncated. */
  static String shown(String text) {
    String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
