package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of one document: its run in a terminal state, possibly failed.
 *
 * @param <T> the type of {@link #value}
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

  /** {@return the key of the document, with the hash of its content if the content was read} */
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

  /** {@return whether the run succeeded} */
  public boolean isProcessed() {
    return run.isProcessed();
  }

  /**
   * {@return the failure reason, in the API's name; null if the run did not fail or has no reason}
   */
  public @Nullable String failureReason() {
    return run.failureReason();
  }

  /**
   * {@return the API's failure message, for people; null if the run did not fail or has no message}
   */
  public @Nullable String failureMessage() {
    return run.failureMessage();
  }

  /** {@return the credits that the run used; 0 if the API reported none} */
  public BigDecimal credits() {
    return run.credits();
  }

  /** {@return the run as the API sent it} */
  public JsonValue json() {
    return run.json();
  }

  /**
   * Returns the run, or for a typed extraction the record with its problems. Each call decodes the
   * JSON again.
   *
   * @return never null
   * @throws RuntimeException if the run failed and has no output to read; check {@link
   *     #isProcessed} first
   */
  public T value() {
    return reader.apply(run.json());
  }

  @Override
  public String toString() {
    return key + ": " + status() + " (" + runId() + ")";
  }
}
