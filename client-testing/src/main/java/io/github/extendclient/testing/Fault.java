package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.http.Response;
import java.time.Duration;

/**
 * A fault that a request meets. Give it to {@link Faults}, which decides the requests that meet it.
 *
 * <pre>{@code
 * server.faults().next("POST /parse_runs", Fault.status(503).retryAfter("1"));
 * server.faults().next("POST /parse_runs", Fault.dropAt(Stage.RESPONSE_START));
 * }</pre>
 *
 * <p>Immutable. {@code toString()} names the fault as {@link RecordedRequest#fault()} shows it.
 */
public sealed interface Fault
    permits StatusFault, NoFault, DelayFault, SlowBodyFault, DropFault, ResponseFault {

  /**
   * No fault: one request passes, so that a later request meets a fault.
   *
   * @return the fault without an effect
   */
  static Fault none() {
    return new NoFault();
  }

  /**
   * The request is rejected with a status. By default, the body is an error of the API; its {@code
   * retryable} is true for 408, 429, and 500 or more.
   *
   * @param status from 200 to 599
   * @return the fault; its methods add headers and a body
   * @throws IllegalArgumentException if {@code status} is not between 200 and 599
   */
  static StatusFault status(int status) {
    return StatusFault.of(status);
  }

  /**
   * The request is accepted, but its response is delayed until {@code delay} has passed on the
   * server's clock since the request arrived, or until the server is closed.
   *
   * @param delay zero or more
   * @return the fault
   * @throws IllegalArgumentException if {@code delay} is negative
   */
  static Fault delay(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a delay must not be negative, but is " + delay);
    }
    return new DelayFault(delay);
  }

  /**
   * The connection is closed.
   *
   * @param stage where the connection ends
   * @return the fault
   */
  static Fault dropAt(Stage stage) {
    return new DropFault(stage);
  }

  /**
   * The request is accepted, but the response has only the first half of its body, with a matching
   * Content-Length: valid HTTP with truncated JSON.
   *
   * @return the fault
   */
  static Fault truncatedBody() {
    return new ResponseFault("truncated body", Response::halved);
  }

  /**
   * The request is accepted, and its response starts at once, but its body is sent in ten pieces
   * over {@code duration} of the server's clock.
   *
   * @param duration from the first byte of the body to the last
   * @return the fault
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  static Fault slowBody(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a duration must not be negative, but is " + duration);
    }
    return new SlowBodyFault(duration);
  }

  /**
   * The request is accepted, but the last byte of its response is wrong: valid HTTP with invalid
   * JSON.
   *
   * @return the fault
   */
  static Fault malformedJson() {
    return new ResponseFault("malformed JSON", Response::malformed);
  }

  /**
   * The request is accepted, but its response has another Content-Type.
   *
   * @param contentType the Content-Type of the response
   * @return the fault
   */
  static Fault wrongContentType(String contentType) {
    return new ResponseFault(
        "content type " + contentType, response -> response.header("Content-Type", contentType));
  }

  /**
   * The request is accepted, but in its response each text of a property is replaced, for example
   * each {@code status} by a value that no client knows.
   *
   * @param property the name of the property, anywhere in the response
   * @param value the text in place of it
   * @return the fault
   */
  static Fault unknownValue(String property, String value) {
    return new ResponseFault(
        "unknown value " + value + " of " + property,
        response -> response.withJson(json -> NewerApiJson.withValue(json, property, value)));
  }

  /**
   * The request is accepted, but each resource in its response has a property that no client knows.
   *
   * @return the fault
   */
  static Fault unknownProperties() {
    return new ResponseFault(
        "extra fields", response -> response.withJson(NewerApiJson::withExtraFields));
  }
}
