package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import java.io.Serializable;
import java.time.Duration;

/** The facts of a failed call of an operation. */
public final class CallInfo implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String method;
  private final String path;
  private final int attempts;
  private final Duration elapsed;

  CallInfo(FailedCall call) {
    this.method = call.method();
    this.path = call.path();
    this.attempts = call.attempts();
    this.elapsed = call.elapsed();
  }

  /** {@return the HTTP method} */
  public String method() {
    return method;
  }

  /** {@return the path template, such as {@code /parse_runs/{id}}; never the ID itself} */
  public String path() {
    return path;
  }

  /** {@return the number of requests that the call made; 0 if it failed before the first} */
  public int attempts() {
    return attempts;
  }

  /** {@return the time from the start of the call to its failure, including waits} */
  public Duration elapsed() {
    return elapsed;
  }

  /** Returns a text such as {@code POST /parse_runs, 3 attempts in PT4.2S}. */
  @Override
  public String toString() {
    return method
        + " "
        + path
        + ", "
        + attempts
        + (attempts == 1 ? " attempt in " : " attempts in ")
        + elapsed;
  }
}
