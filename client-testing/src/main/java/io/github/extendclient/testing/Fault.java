package io.github.extendclient.testing;

import java.time.Duration;

/**
 * One way in which a request goes wrong. Faults are given to {@link Faults}, which decides about
 * the requests that they meet.
 *
 * <pre>{@code
 * server.faults().next("POST /parse_runs", Fault.status(503).retryAfter("1"));
 * server.faults().next("POST /parse_runs", Fault.dropAt(Stage.RESPONSE_START));
 * }</pre>
 *
 * <p>Immutable. {@code toString()} names the fault as {@link RecordedCall#fault()} shows it.
 */
public sealed interface Fault
    permits StatusFault, Fault.None, Fault.Delay, Fault.Drop, Fault.TruncatedBody {

  /** No fault: lets one request pass, so that a later one is met. */
  static Fault none() {
    return new None();
  }

  /**
   * The request is refused with a status, not accepted. Without more, the body is an error of the
   * API whose {@code retryable} is true for 408, 429 and from 500 on.
   *
   * @throws IllegalArgumentException if {@code status} is not between 200 and 599
   */
  static StatusFault status(int status) {
    return StatusFault.of(status);
  }

  /**
   * The request is accepted and answered as usual, but the answer waits until the server's clock
   * has moved on by {@code delay} since the request arrived, or until the server is closed.
   *
   * @throws IllegalArgumentException if {@code delay} is negative
   */
  static Fault delay(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a delay must not be negative, but is " + delay);
    }
    return new Delay(delay);
  }

  /** The connection ends without warning. */
  static Fault dropAt(Stage stage) {
    return new Drop(stage);
  }

  /**
   * The request is accepted, but only the first half of the body of the answer is sent, under a
   * Content-Length that fits it: faultless HTTP with broken JSON.
   */
  static Fault truncatedBody() {
    return new TruncatedBody();
  }

  /** See {@link #none()}. */
  record None() implements Fault {
    @Override
    public String toString() {
      return "none";
    }
  }

  /**
   * See {@link #delay(Duration)}.
   *
   * @param time how long the answer waits
   */
  record Delay(Duration time) implements Fault {
    @Override
    public String toString() {
      return "delay of " + time;
    }
  }

  /**
   * See {@link #dropAt(Stage)}.
   *
   * @param stage where the connection ends
   */
  record Drop(Stage stage) implements Fault {
    @Override
    public String toString() {
      return "connection dropped at " + stage;
    }
  }

  /** See {@link #truncatedBody()}. */
  record TruncatedBody() implements Fault {
    @Override
    public String toString() {
      return "truncated body";
    }
  }
}
