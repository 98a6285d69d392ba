package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of one document: a run in a terminal state, which may be a failed one.
 *
 * @param <T> what {@link #value} reads it as
 */
public final class BulkResult<T> {
  private final String key;
  private final RunFacts run;
  private final Function<JsonValue, T> reader;

  BulkResult(String key, RunFacts run, Function<JsonValue, T> reader) {
    this.key = key;
    this.run = run;
    this.reader = reader;
  }

  /** {@return the key of the document, with the hash of its content if that was read} */
  public String key() {
    return key;
  }

  /** {@return the ID of the run} */
  public String runId() {
    return run.id();
  }

  /** {@return the status of the run, such as {@code PROCESSED}} */
  public String status() {
    return run.status();
  }

  /** {@return whether the run ended well} */
  public boolean isProcessed() {
    return run.isProcessed();
  }

  /** {@return why the run failed, by the API's name for it; null if it did not or named none} */
  public @Nullable String failureReason() {
    return run.failureReason();
  }

  /** {@return why the run failed, for people; null if it did not or the API said nothing} */
  public @Nullable String failureMessage() {
    return run.failureMessage();
  }

  /** {@return the credits that the run used; 0 if the API reported none} */
  public double credits() {
    return run.credits();
  }

  /** {@return the run as the API sent it} */
  public JsonValue json() {
    return run.json();
  }

  /**
   * The run, or for a typed extraction the record with its problems. Read by each call.
   *
   * @return never null
   * @throws RuntimeException if the run did not end well and there is nothing to extract from: look
   *     at {@link #isProcessed} first
   */
  public T value() {
    return reader.apply(run.json());
  }

  @Override
  public String toString() {
    return key + ": " + status() + " (" + runId() + ")";
  }
}
