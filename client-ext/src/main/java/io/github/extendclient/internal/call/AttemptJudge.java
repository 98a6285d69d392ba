package io.github.extendclient.internal.call;

import io.github.extendclient.AttemptEvent;
import io.github.extendclient.error.ApiError;
import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.CallFacts;
import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.DecodingException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.error.ErrorBodyReader;
import io.github.extendclient.internal.json.UndecodableBody;
import io.github.extendclient.internal.retry.RetryAfter;
import io.github.extendclient.internal.retry.RetryRules;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.internal.time.Timeline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Decides after each attempt of one call what follows, and words the failure if nothing does. Keeps
 * what the attempts together say about whether the request may have taken effect.
 */
final class AttemptJudge<T> {
  private final CallEngine engine;
  private final Timeline timeline;
  private final OperationFacts operation;
  private final boolean bodyReadsOnce;
  private final Deadline deadline;
  private final long start;

  private int attempts;
  private long attemptStart;
  private boolean mayHaveBeenAccepted;
  private int taken;

  AttemptJudge(
      CallEngine engine, OperationFacts operation, boolean bodyReadsOnce, Deadline deadline) {
    this.engine = engine;
    this.timeline = engine.config.timeline();
    this.operation = operation;
    this.bodyReadsOnce = bodyReadsOnce;
    this.deadline = deadline;
    this.start = timeline.nanoTime();
  }

  void attemptStarts() {
    attempts++;
    attemptStart = timeline.nanoTime();
  }

  Step<T> answered(Attempt attempt, Response<T> response) {
    if (response.isSuccessful()) {
      engine.budget.refund(taken);
      report(response.code(), null, null);
      return new Step.Answer<>(response, null);
    }
    ApiError error = read(response);
    boolean wasLostBefore = mayHaveBeenAccepted;
    mayHaveBeenAccepted |= hasEffects() && !RetryRules.provesNoEffect(error);
    boolean allowed = engine.rules.allowsAnother(error, operation.idempotent());
    boolean throttled = error.status() == 429;
    String note = noteOn(error, response, allowed, wasLostBefore);
    return next(
        attempt,
        allowed,
        throttled,
        error,
        null,
        why -> new Step.Answer<>(response, ApiException.of(facts(), error, why.or(note))));
  }

  Step<T> failed(Attempt attempt, IOException failure, boolean cancelled) {
    if (failure instanceof UndecodableBody undecodable) {
      mayHaveBeenAccepted |= hasEffects();
      report(null, failure, null);
      return new Step.Failure<>(undecodable(undecodable));
    }
    boolean nothingSent =
        attempt.isTracked()
            ? !attempt.wasSent() || RetryRules.isLocal(failure)
            : RetryRules.provesNothingSent(failure);
    mayHaveBeenAccepted |= hasEffects() && !nothingSent;
    if (cancelled || isInterruption(failure)) {
      report(null, failure, null);
      return new Step.Failure<>(
          transport(cancelled ? "was cancelled" : "was interrupted", "", failure));
    }
    if (deadline.isOver()) {
      report(null, failure, null);
      return new Step.Failure<>(deadlinePassed(failure));
    }
    boolean allowed =
        (operation.idempotent() || nothingSent)
            && !RetryRules.isPermanent(failure)
            && !(failure instanceof RefusedAnswer);
    return next(
        attempt,
        allowed,
        false,
        null,
        failure,
        why -> new Step.Failure<>(transport(what(failure), why.or(wayOut(failure)), failure)));
  }

  /** The exception for a call that was cancelled between two attempts or before the first. */
  ExtendException cancelledBetween() {
    return transport("was cancelled", "", null);
  }

  /** The exception for a call whose thread was interrupted between two attempts. */
  ExtendException interruptedBetween(Duration wait, InterruptedException cause) {
    return transport(
        "was interrupted while it waited " + DurationText.of(wait) + " for its next attempt",
        "",
        cause);
  }

  /** The exception for a call whose time is over. */
  DeadlineException deadlinePassed(@Nullable IOException cause) {
    return new DeadlineException(
        facts(),
        operation.name()
            + " did not end within its "
            + DurationText.of(deadline.limit())
            + " ("
            + attemptsText()
            + ")."
            + (mayHaveBeenAccepted ? " " + maybeDone() : " Give it more time with deadline(...)."),
        cause);
  }

  /** The exception for a success without a body. */
  DecodingException noBody(int status) {
    return new DecodingException(
        facts(), "$", operation.name() + " answered " + status + " without a body.", null);
  }

  private Step<T> next(
      Attempt attempt,
      boolean allowed,
      boolean throttled,
      @Nullable ApiError error,
      @Nullable IOException failure,
      Function<Why, Step<T>> end) {
    Integer status = error == null ? null : error.status();
    String why = "";
    if (allowed && attempts < engine.config.retries().maxAttempts()) {
      Duration wait =
          engine.backoff.after(attempts, throttled, error == null ? null : error.retryAfter());
      Duration left = deadline.left();
      if (bodyReadsOnce && attempt.wasBodyStarted()) {
        why =
            "It was not sent again, because its body comes from a stream that can be read only"
                + " once: upload a file or bytes instead.";
      } else if (wait.compareTo(left) >= 0) {
        why =
            "It was not tried again: the wait of "
                + DurationText.of(wait)
                + " does not fit into the "
                + DurationText.of(left)
                + " that are left of "
                + DurationText.of(deadline.limit())
                + ".";
      } else {
        int cost = engine.budget.take(throttled);
        if (cost > 0) {
          taken = cost;
          report(status, failure, wait);
          return new Step.Again<>(wait);
        }
        why = "It was not tried again, because too many calls of this client fail at present.";
      }
    }
    report(status, failure, null);
    return end.apply(new Why(why));
  }

  private String noteOn(
      ApiError error, Response<T> response, boolean allowed, boolean wasLostBefore) {
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
    return !operation.idempotent() && mayHaveBeenAccepted && !allowed ? maybeDone() : "";
  }

  private DecodingException undecodable(UndecodableBody body) {
    return new DecodingException(
        facts(),
        body.path(),
        operation.name()
            + " succeeded, but its answer could not be decoded: at "
            + body.path()
            + " there is "
            + body.getMessage()
            + ". "
            + (mayHaveBeenAccepted && !operation.idempotent()
                ? "The operation took effect: do not send it again."
                : "Update this client, or tell its authors."),
        null);
  }

  private TransportException transport(String what, String wayOut, @Nullable Throwable cause) {
    String end = wayOut.isEmpty() && mayHaveBeenAccepted ? maybeDone() : wayOut;
    return new TransportException(
        facts(),
        operation.name()
            + " "
            + what
            + " ("
            + attemptsText()
            + ")."
            + (end.isEmpty() ? "" : " " + end),
        cause);
  }

  private String what(IOException failure) {
    if (failure instanceof RefusedAnswer) {
      return "failed: " + failure.getMessage();
    }
    if (RetryRules.isLocal(failure)) {
      return "could not read the file to upload: " + failure.getMessage();
    }
    String kind = failure.getClass().getSimpleName();
    return "got no complete answer: "
        + kind
        + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
  }

  private String wayOut(IOException failure) {
    if (mayHaveBeenAccepted) {
      return maybeDone();
    }
    return RetryRules.isLocal(failure) || failure instanceof RefusedAnswer
        ? ""
        : "Check the network, the proxy and the base URL.";
  }

  private String maybeDone() {
    return operation.idempotent()
        ? "It may have taken effect all the same."
        : "It was not sent again, because it may have taken effect: look whether the result exists"
            + " before you send it again.";
  }

  private String attemptsText() {
    Duration elapsed = Duration.ofNanos(timeline.nanoTime() - start);
    return attempts + (attempts == 1 ? " attempt in " : " attempts in ") + DurationText.of(elapsed);
  }

  private CallFacts facts() {
    return new CallFacts(
        operation.method(),
        operation.path(),
        attempts,
        Duration.ofNanos(timeline.nanoTime() - start),
        mayHaveBeenAccepted);
  }

  private ApiError read(Response<T> response) {
    ResponseBody body = response.errorBody();
    String text = "";
    try {
      // A copy, so that who called the Call form can still read the body.
      text =
          body == null
              ? ""
              : ResponseBody.create(body.source().peek().readByteString(), body.contentType())
                  .string();
    } catch (IOException e) {
      throw new AssertionError("The body is in memory.", e);
    }
    return ErrorBodyReader.read(
        response.code(),
        text.replace(engine.config.apiKey(), "(key)"),
        response.headers().get("x-extend-request-id"),
        RetryAfter.read(response.headers().values("Retry-After"), timeline.now()));
  }

  private boolean hasEffects() {
    return !operation.method().equals("GET");
  }

  private static boolean isInterruption(IOException failure) {
    return failure instanceof InterruptedIOException && Thread.currentThread().isInterrupted();
  }

  private void report(
      @Nullable Integer status, @Nullable Exception failure, @Nullable Duration nextIn) {
    engine.log.write(
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

  /** Why another attempt that was allowed is not made; empty if it was not allowed. */
  private record Why(String text) {
    String or(String other) {
      return text.isEmpty() ? other : other.isEmpty() ? text : text + " " + other;
    }
  }
}
