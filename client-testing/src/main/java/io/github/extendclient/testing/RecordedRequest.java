package io.github.extendclient.testing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the server received it, with its response. Immutable. */
public final class RecordedRequest {
  private final Instant at;
  private final String method;
  private final String path;
  private final @Nullable String operation;
  private final Map<String, List<String>> headers;
  private final long bodySize;
  private final int status;
  private final @Nullable String fault;
  private final boolean accepted;

  RecordedRequest(
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

  /** {@return when the request was handled, by the server's clock} */
  public Instant at() {
    return at;
  }

  /** {@return the method, such as {@code POST}} */
  public String method() {
    return method;
  }

  /** {@return path and query as sent, percent-encoded} */
  public String path() {
    return path;
  }

  /**
   * {@return the operation, such as {@code GET /files/{id}}; {@code null} if the API has no such
   * operation}
   */
  public @Nullable String operation() {
    return operation;
  }

  /**
   * {@return all headers by their names in lower case; the value of {@code authorization} is
   * hidden}
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * {@return the first value of a header, {@code null} if it was not sent}
   *
   * @param name in any case
   */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  /** {@return the bytes of body that the server read} */
  public long bodySize() {
    return bodySize;
  }

  /** {@return the status of the response, 0 if the connection was dropped before one} */
  public int status() {
    return status;
  }

  /**
   * {@return the fault that the request met, as its {@code toString()}; {@code null} if it met
   * none}
   */
  public @Nullable String fault() {
    return fault;
  }

  /**
   * {@return true if the operation succeeded, whether or not the client received the response} A
   * request with an error, such as a 404, is not accepted.
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
        + (status == 0 ? "no response" : status)
        + (fault == null ? "" : " (" + fault + ")");
  }
}
