package io.github.extendclient.testing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request as the server saw it, and what became of it. Immutable. */
public final class RecordedCall {
  private final Instant at;
  private final String method;
  private final String path;
  private final @Nullable String operation;
  private final Map<String, List<String>> headers;
  private final long bodySize;
  private final int status;
  private final @Nullable String fault;
  private final boolean accepted;

  RecordedCall(
      Instant at,
      String method,
      String path,
      @Nullable String operation,
      Map<String, List<String>> headers,
      long bodySize,
      int status,
      @Nullable String fault,
      boolean accepted) {
    this.at = at;
    this.method = method;
    this.path = path;
    this.operation = operation;
    this.headers = headers;
    this.bodySize = bodySize;
    this.status = status;
    this.fault = fault;
    this.accepted = accepted;
  }

  /** When the request was dealt with, by the server's clock. */
  public Instant at() {
    return at;
  }

  /** The method, such as {@code POST}. */
  public String method() {
    return method;
  }

  /** Path and query as sent, percent-encoded. */
  public String path() {
    return path;
  }

  /** The operation, such as {@code GET /files/{id}}; {@code null} if it is none of the API. */
  public @Nullable String operation() {
    return operation;
  }

  /** All headers by their names in lower case; the value of {@code authorization} is hidden. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The first value of a header, {@code null} if it was not sent. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  /** The bytes of body that the server read. */
  public long bodySize() {
    return bodySize;
  }

  /** The status of the answer, 0 if the connection was dropped before one. */
  public int status() {
    return status;
  }

  /** The fault that the request met, as its {@code toString()}; {@code null} if it met none. */
  public @Nullable String fault() {
    return fault;
  }

  /**
   * True if the operation was carried out, whether or not the client got the answer. A refusal,
   * such as a 404, is not accepted.
   */
  public boolean isAccepted() {
    return accepted;
  }

  @Override
  public String toString() {
    return method
        + " "
        + path
        + " -> "
        + (status == 0 ? "no answer" : status)
        + (fault == null ? "" : " (" + fault + ")");
  }
}
