package io.github.extendclient.internal.call;

import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;
import io.github.extendclient.internal.attempt.Attempt;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.config.ApiKeyRejection;
import io.github.extendclient.internal.http.RefusedStream;
import io.github.extendclient.internal.json.UndecodableBody;
import io.github.extendclient.internal.retry.RetryRules;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.internal.time.Timeline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Decides the next step after each attempt of one call. Tracks over all attempts whether the
 * request may have taken effect. Used by the thread of the attempts; {@link #stopped} may be called
 * on any thread at any time.
 */
final class RetryDecider<T> {
  private final CallContext context;
  private final Timeline timeline;
  private final ApiOperation operation;
  private final boolean bodyReadsOnce;
  private final Deadline deadline;
  private final long start;

  private volatile int attempts;
  private volatile boolean mayHaveBeenAccepted;
  private long attemptStart;
  private boolean needsFreshConnection;
  private int taken;

  RetryDecider(
      CallContext context, ApiOperation operation, boolean bodyReadsOnce, Deadline deadline) {
    this.context = context;
    this.timeline = context.config.timeline();
    this.operation = operation;
    this.bodyReadsOnce = bodyReadsOnce;
    this.deadline = deadline;
    this.start = timeline.nanoTime();
  }

  void attemptStarts() {
    attempts = attempts + 1;
    attemptStart = timeline.nanoTime();
  }

  boolean nextNeedsFreshConnection() {
    return needsFreshConnection;
  }

  Step<T> responded(Attempt attempt, Response<T> response) {
    if (response.isSuccessful()) {
      // The caller must know that the key is unusable.
      mayHaveBeenAccepted |= hasEffects();
      context.budget.refund(taken);
      report(response.code(), null, null);
      return new Step.Received<>(response, null);
    }
    ApiError error = ErrorResponseReader.read(attempt, response, timeline.now());
    boolean wasLostBefore = mayHaveBeenAccepted;
    mayHaveBeenAccepted |= mayHaveEffect(attempt) && !RetryRules.provesNoEffect(error);
    boolean throttled = error.status() == 429;
    if (throttled) {
      context.pacing.throttled(operation.category(), error.retryAfter());
    }
    String why = "";
    if (context.rules.allowsAnother(error, operation.idempotent())) {
      Another another = another(attempt, throttled, error.retryAfter());
      if (another.isMade()) {
        report(error.status(), null, another.delay());
        return new Step.Again<>(another.delay());
      }
      why = another.whyNot();
    }
    report(error.status(), null, null);
    String note = why.isEmpty() ? failures().note(facts(), error, response, wasLostBefore) : why;
    return new Step.Received<>(response, failures().response(facts(), error, note));
  }

  Step<T> failed(Attempt attempt, IOException failure, @Nullable Stop stop) {
    if (failure instanceof UndecodableBody body) {
      mayHaveBeenAccepted |= hasEffects();
      return end(failure, failures().undecodable(facts(), body, attempt));
    }
    boolean nothingAccepted = provesNothingAccepted(attempt, failure, stop != null);
    mayHaveBeenAccepted |= hasEffects() && !nothingAccepted;
    if (stop != null) {
      return end(failure, failures().stopped(stop, facts(), failure));
    }
    if (Thread.currentThread().isInterrupted()) {
      return end(failure, failures().stopped(Stop.INTERRUPTED, facts(), failure));
    }
    if (deadline.isOver()) {
      return end(failure, failures().stopped(Stop.DEADLINE, facts(), failure));
    }
    if (failure instanceof InterruptedIOException) {
      // A timeout: the connection is dead, and others in the pool may be too.
      needsFreshConnection = true;
      context.dropIdleConnections.run();
    }
    String why = "";
    if ((operation.idempotent() || nothingAccepted) && !RetryRules.isPermanent(failure)) {
      Another another = another(attempt, false, null);
      if (another.isMade()) {
        report(null, failure, another.delay());
        return new Step.Again<>(another.delay());
      }
      why = another.whyNot();
    }
    return end(failure, failures().noResponse(facts(), attempt, failure, why));
  }

  /** Handles an exception of users' code in the HTTP client, or an interrupt there. */
  Step<T> broken(Attempt attempt, Exception failure, @Nullable Stop stop) {
    boolean nothingAccepted = attempt.isTracked() && attempt.isUnsent();
    mayHaveBeenAccepted |= hasEffects() && !nothingAccepted;
    if (stop != null) {
      return end(failure, failures().stopped(stop, facts(), failure));
    }
    return end(
        failure,
        failure instanceof InterruptedException
            ? failures().stopped(Stop.INTERRUPTED, facts(), failure)
            : failures().broken(facts(), failure));
  }

  /** Handles a missing key: the attempt was not made. */
  Step<T> noKey(ApiKeyRejection rejection) {
    attempts = attempts - 1;
    return new Step.Failure<>(CallFailures.noKey(operation, facts(), rejection));
  }

  /**
   * Returns the exception for a call that was stopped.
   *
   * @param underWay whether an attempt is under way whose request the server may have received
   *     completely
   */
  ExtendException stopped(Stop stop, boolean underWay) {
    return failures().stopped(stop, facts(mayHaveBeenAccepted || (underWay && hasEffects())), null);
  }

  ExtendException interruptedBetween(Duration wait, InterruptedException cause) {
    return failures().interruptedBetween(facts(), wait, cause);
  }

  ExtendException turnDoesNotFit(Duration wait) {
    return failures().turnDoesNotFit(facts(), wait);
  }

  ExtendException noThread(Throwable cause) {
    return failures().noThread(facts(), cause);
  }

  /**
   * Rethrows an error. Wraps all other failures with the facts of the call: checked exceptions,
   * which Kotlin and Scala throw undeclared, must not leave the blocking form.
   */
  RuntimeException pacerFailed(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return failures().pacerFailed(facts(), cause);
  }

  ExtendException noBody(int status) {
    return failures().noBody(facts(), status);
  }

  /** Returns another attempt, if the time left and the retry budget allow it. */
  private Another another(Attempt attempt, boolean throttled, @Nullable Duration retryAfter) {
    if (attempts >= context.config.retries().maxAttempts()) {
      return Another.not("");
    }
    if (bodyReadsOnce && attempt.wasBodyStarted()) {
      return Another.not(
          "It was not sent again, because its body comes from a stream that can be read only once:"
              + " upload a file or bytes instead.");
    }
    Duration longest = context.config.maxRetryAfter();
    if (retryAfter != null && retryAfter.compareTo(longest) > 0) {
      return Another.not(
          "It was not tried again: the server asks to wait "
              + DurationText.of(retryAfter)
              + ", and the longest wait that this client takes is "
              + DurationText.of(longest)
              + " (maxRetryAfter).");
    }
    Duration delay = context.backoff.after(attempts, throttled, retryAfter);
    if (delay.compareTo(deadline.left()) >= 0) {
      return Another.not(failures().waitDoesNotFit(delay));
    }
    int cost = context.budget.take(throttled);
    if (cost == 0) {
      return Another.not(
          "It was not tried again, because too many calls of this client fail at present.");
    }
    taken = cost;
    return new Another(delay, "");
  }

  private Step<T> end(Exception cause, ExtendException failure) {
    report(null, cause, null);
    return new Step.Failure<>(failure);
  }

  private CallFailures failures() {
    return new CallFailures(operation, deadline);
  }

  private FailedCall facts() {
    return facts(mayHaveBeenAccepted);
  }

  private FailedCall facts(boolean accepted) {
    return failures().facts(attempts, Duration.ofNanos(timeline.nanoTime() - start), accepted);
  }

  /**
   * Returns whether the server certainly processed nothing: the request was not fully written, or
   * the server says so.
   */
  private static boolean provesNothingAccepted(
      Attempt attempt, IOException failure, boolean wasCutHere) {
    if (attempt.isTracked() && attempt.isUnsent()) {
      return true;
    }
    boolean endedHere = wasCutHere || RetryRules.isLocal(failure);
    if (endedHere && !attempt.isWholeOnTheWire()) {
      return true;
    }
    return attempt.isTracked()
        ? RefusedStream.is(failure) && !attempt.wasResponseStarted()
        : RetryRules.provesNothingSent(failure);
  }

  private boolean mayHaveEffect(Attempt attempt) {
    return hasEffects() && !(attempt.isTracked() && attempt.isUnsent());
  }

  private boolean hasEffects() {
    return !operation.method().equals("GET");
  }

  private void report(
      @Nullable Integer status, @Nullable Exception failure, @Nullable Duration nextIn) {
    if (context.log.isOn()) {
      context.log.write(
          new AttemptEvent(
              operation.id(),
              operation.method(),
              operation.path(),
              attempts,
              status,
              failure,
              Duration.ofNanos(timeline.nanoTime() - attemptStart),
              nextIn));
    }
  }

  /** Another attempt after a delay, or the reason why there is none, possibly empty. */
  private record Another(@Nullable Duration delay, String whyNot) {
    static Another not(String why) {
      return new Another(null, why);
    }

    boolean isMade() {
      return delay != null;
    }
  }
}
