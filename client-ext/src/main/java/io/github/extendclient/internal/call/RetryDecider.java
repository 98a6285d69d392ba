package io.github.extendclient.internal.call;

import io.github.extendclient.AttemptEvent;
import io.github.extendclient.error.ApiError;
import io.github.extendclient.error.CallFacts;
import io.github.extendclient.error.DecodingException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.attempt.Attempt;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.config.ApiKeyRejection;
import io.github.extendclient.internal.error.ErrorBodyReader;
import io.github.extendclient.internal.http.Origin;
import io.github.extendclient.internal.http.RefusedResponseException;
import io.github.extendclient.internal.json.UndecodableBody;
import io.github.extendclient.internal.retry.RetryAfter;
import io.github.extendclient.internal.retry.RetryRules;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.Timeline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Decides after each attempt of one call what follows. Keeps what the attempts together say about
 * whether the request may have taken effect.
 */
final class RetryDecider<T> {
  private final CallContext context;
  private final Timeline timeline;
  private final ApiOperation operation;
  private final boolean bodyReadsOnce;
  private final Deadline deadline;
  private final CallFailures failures;
  private final long start;

  private int attempts;
  private long attemptStart;
  private boolean mayHaveBeenAccepted;
  private int taken;

  RetryDecider(
      CallContext context, ApiOperation operation, boolean bodyReadsOnce, Deadline deadline) {
    this.context = context;
    this.timeline = context.config.timeline();
    this.operation = operation;
    this.bodyReadsOnce = bodyReadsOnce;
    this.deadline = deadline;
    this.failures = new CallFailures(operation, deadline);
    this.start = timeline.nanoTime();
  }

  void attemptStarts(long now) {
    attempts++;
    attemptStart = now;
  }

  Step<T> answered(Attempt attempt, Response<T> response) {
    if (response.isSuccessful()) {
      context.budget.refund(taken);
      report(response.code(), null, null);
      return new Step.Answer<>(response, null);
    }
    ApiError error = read(attempt, response);
    boolean wasLostBefore = mayHaveBeenAccepted;
    mayHaveBeenAccepted |= hasEffects() && !RetryRules.provesNoEffect(error);
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
    String note = why.isEmpty() ? noteOn(error, response, wasLostBefore) : why;
    return new Step.Answer<>(response, failures.answered(facts(), error, note));
  }

  Step<T> failed(Attempt attempt, IOException failure, boolean cancelled) {
    if (failure instanceof UndecodableBody body) {
      mayHaveBeenAccepted |= hasEffects();
      return end(failure, failures.undecodable(facts(), body));
    }
    boolean nothingSent = provesNothingSent(attempt, failure);
    mayHaveBeenAccepted |= hasEffects() && !nothingSent;
    if (cancelled) {
      return end(failure, failures.cancelled(facts(), failure));
    }
    if (failure instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
      return end(failure, failures.interrupted(facts(), failure));
    }
    if (deadline.isOver()) {
      return end(failure, failures.deadlinePassed(facts(), failure));
    }
    String why = "";
    if ((operation.idempotent() || nothingSent) && !isPermanent(failure)) {
      Another another = another(attempt, false, null);
      if (another.isMade()) {
        report(null, failure, another.delay());
        return new Step.Again<>(another.delay());
      }
      why = another.whyNot();
    }
    return end(failure, failures.unanswered(facts(), failure, why));
  }

  /**
   * The thread was interrupted in a place where the HTTP client does not make it an I/O failure.
   */
  Step<T> interrupted(Attempt attempt, InterruptedException cause) {
    mayHaveBeenAccepted |= hasEffects() && !(attempt.isTracked() && !attempt.wasSent());
    return end(cause, failures.interrupted(facts(), cause));
  }

  ExtendException cancelledBetween() {
    return failures.cancelled(facts(), null);
  }

  ExtendException interruptedBetween(Duration wait, InterruptedException cause) {
    return failures.interruptedBetween(facts(), wait, cause);
  }

  ExtendException noKey(ApiKeyRejection rejection) {
    return CallFailures.noKey(operation, facts(), rejection);
  }

  ExtendException turnDoesNotFit(Duration wait) {
    return failures.turnDoesNotFit(facts(), wait);
  }

  ExtendException deadlinePassed() {
    return failures.deadlinePassed(facts(), null);
  }

  DecodingException noBody(int status) {
    return failures.noBody(facts(), status);
  }

  /** Whether an attempt that the rules allow is made: there must be time and budget left for it. */
  private Another another(Attempt attempt, boolean throttled, @Nullable Duration retryAfter) {
    if (attempts >= context.config.retries().maxAttempts()) {
      return Another.not("");
    }
    if (bodyReadsOnce && attempt.wasBodyStarted()) {
      return Another.not(
          "It was not sent again, because its body comes from a stream that can be read only once:"
              + " upload a file or bytes instead.");
    }
    Duration delay = context.backoff.after(attempts, throttled, retryAfter);
    if (delay.compareTo(deadline.left()) >= 0) {
      return Another.not(failures.waitDoesNotFit(delay));
    }
    int cost = context.budget.take(throttled);
    if (cost == 0) {
      return Another.not(
          "It was not tried again, because too many calls of this client fail at present.");
    }
    taken = cost;
    return new Another(delay, "");
  }

  private String noteOn(ApiError error, Response<T> response, boolean wasLostBefore) {
    if (error.status() == 404 && wasLostBefore && operation.method().equals("DELETE")) {
      return "An earlier attempt of this call lost its answer and may have deleted it.";
    }
    String location = response.headers().get("Location");
    if (error.status() / 100 == 3 && location != null) {
      HttpUrl target = response.raw().request().url().resolve(location);
      return "The redirect to "
          + (target == null ? "an address that cannot be read" : Origin.text(target))
          + " was not followed: set the base URL that answers by itself.";
    }
    return operation.idempotent() ? "" : failures.maybeDone(facts());
  }

  private Step<T> end(Exception cause, ExtendException failure) {
    report(null, cause, null);
    return new Step.Failure<>(failure);
  }

  private CallFacts facts() {
    return failures.facts(
        attempts, Duration.ofNanos(timeline.nanoTime() - start), mayHaveBeenAccepted);
  }

  private ApiError read(Attempt attempt, Response<T> response) {
    return ErrorBodyReader.read(
        response.code(),
        attempt.mask(text(response)),
        response.headers().get("x-extend-request-id"),
        RetryAfter.read(response.headers().values("Retry-After"), timeline.now()));
  }

  private static String text(Response<?> response) {
    ResponseBody body = response.errorBody();
    try {
      // A copy, so that who called the Call form can still read the body.
      return body == null
          ? ""
          : ResponseBody.create(body.source().peek().readByteString(), body.contentType()).string();
    } catch (IOException e) {
      throw new AssertionError("The body is in memory.", e);
    }
  }

  private static boolean provesNothingSent(Attempt attempt, IOException failure) {
    return attempt.isTracked()
        ? !attempt.wasSent() || RetryRules.isLocal(failure)
        : RetryRules.provesNothingSent(failure);
  }

  private static boolean isPermanent(IOException failure) {
    return failure instanceof RefusedResponseException || RetryRules.isPermanent(failure);
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

  /** Another attempt after a delay, or why there is none, which may need no words. */
  private record Another(@Nullable Duration delay, String whyNot) {
    static Another not(String why) {
      return new Another(null, why);
    }

    boolean isMade() {
      return delay != null;
    }
  }
}
