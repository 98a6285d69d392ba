package io.github.extendclient.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response with a status in place of the response of the operation; see {@link
 * Fault#status(int)}. Immutable: each method returns a changed copy.
 */
public final class StatusFault implements Fault {
  private final int status;
  private final Map<String, String> headers;
  private final @Nullable String body;
  private final boolean retryable;
  private final boolean accepting;

  private StatusFault(
      int status,
      Map<String, String> headers,
      @Nullable String body,
      boolean retryable,
      boolean accepting) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.retryable = retryable;
    this.accepting = accepting;
  }

  static StatusFault of(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("a status must be between 200 and 599, but is " + status);
    }
    boolean retryable = status == 408 || status == 429 || status >= 500;
    return new StatusFault(status, Map.of(), null, retryable, false);
  }

  /**
   * With a {@code Retry-After} header of any text, valid or not.
   *
   * @param value seconds, a date, or anything else
   * @return a changed copy
   */
  public StatusFault retryAfter(String value) {
    return header("Retry-After", value);
  }

  /**
   * With a header, which replaces any other of the same name.
   *
   * @param name the name of the header
   * @param value its value
   * @return a changed copy
   */
  public StatusFault header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new StatusFault(status, more, body, retryable, accepting);
  }

  /**
   * With a body of any type in place of an error of the API.
   *
   * @param contentType the type of the body
   * @param text the body
   * @return a changed copy
   */
  public StatusFault body(String contentType, String text) {
    StatusFault typed = header("Content-Type", contentType);
    return new StatusFault(status, typed.headers, text, retryable, accepting);
  }

  /**
   * With a body of HTML, as from a proxy.
   *
   * @param text the body
   * @return a changed copy
   */
  public StatusFault html(String text) {
    return body("text/html; charset=utf-8", text);
  }

  /**
   * With this {@code retryable} in the error of the API; errors of 2025-04-21 do not have it.
   *
   * @param value what the error says
   * @return a changed copy
   */
  public StatusFault retryable(boolean value) {
    return new StatusFault(status, headers, body, value, accepting);
  }

  /**
   * The request is accepted first: a create has created its resource, but its response has this
   * status.
   *
   * @return a changed copy
   */
  public StatusFault afterAccepting() {
    return new StatusFault(status, headers, body, retryable, true);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  @Nullable String body() {
    return body;
  }

  boolean isRetryable() {
    return retryable;
  }

  boolean isAccepting() {
    return accepting;
  }

  @Override
  public String toString() {
    return "status " + status + (accepting ? " after accepting" : "");
  }
}
