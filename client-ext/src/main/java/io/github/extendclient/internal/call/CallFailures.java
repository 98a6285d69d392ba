package io.github.extendclient.internal.call;

import io.github.extendclient.error.ApiError;
import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.ApiKeyException;
import io.github.extendclient.error.CallFacts;
import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.DecodingException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.config.ApiKeyRejection;
import io.github.extendclient.internal.http.RefusedResponseException;
import io.github.extendclient.internal.json.UndecodableBody;
import io.github.extendclient.internal.retry.RetryRules;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.runtime.UploadException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Words the end of a call that failed: what happened, what is known, what to do. */
final class CallFailures {
  private final ApiOperation operation;
  private final Deadline deadline;

  CallFailures(ApiOperation operation, Deadline deadline) {
    this.operation = operation;
    this.deadline = deadline;
  }

  CallFacts facts(int attempts, Duration elapsed, boolean mayHaveBeenAccepted) {
    return new CallFacts(
        operation.method(), operation.path(), attempts, elapsed, mayHaveBeenAccepted);
  }

  ApiException answered(CallFacts facts, ApiError error, String note) {
    return ApiException.of(facts, error, note);
  }

  TransportException unanswered(CallFacts facts, IOException failure, String whyNotAgain) {
    String way = whyNotAgain.isEmpty() ? wayOut(facts, failure) : whyNotAgain;
    if (failure instanceof RefusedResponseException) {
      return transport(facts, "failed: " + failure.getMessage(), way, failure);
    }
    if (failure instanceof UploadException) {
      return transport(facts, "broke off", failure.getMessage() + ".", failure);
    }
    if (RetryRules.isLocal(failure)) {
      return transport(
          facts, "could not read the file to upload: " + failure.getMessage(), way, failure);
    }
    String detail = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return transport(
        facts,
        "got no complete answer: " + failure.getClass().getSimpleName() + detail,
        way,
        failure);
  }

  TransportException cancelled(CallFacts facts, @Nullable IOException cause) {
    return transport(facts, "was cancelled", maybeDone(facts), cause);
  }

  TransportException interrupted(CallFacts facts, Exception cause) {
    return transport(facts, "was interrupted", maybeDone(facts), cause);
  }

  TransportException interruptedBetween(
      CallFacts facts, Duration wait, InterruptedException cause) {
    return transport(
        facts,
        "was interrupted while it waited " + DurationText.of(wait) + " for its next attempt",
        maybeDone(facts),
        cause);
  }

  DeadlineException deadlinePassed(CallFacts facts, @Nullable IOException cause) {
    return new DeadlineException(
        facts,
        operation.name()
            + " did not end within its "
            + DurationText.of(deadline.limit())
            + " ("
            + effort(facts)
            + "). "
            + maybeDoneOr("Give it more time with deadline(...).", facts),
        cause);
  }

  static ApiKeyException noKey(ApiOperation operation, CallFacts facts, ApiKeyRejection rejection) {
    return new ApiKeyException(
        facts,
        operation.name()
            + " was not sent ("
            + effort(facts)
            + "). "
            + rejection.getMessage()
            + (facts.mayHaveBeenAccepted() ? " An earlier attempt may have taken effect." : ""),
        rejection.getCause());
  }

  DeadlineException turnDoesNotFit(CallFacts facts, Duration wait) {
    return new DeadlineException(
        facts,
        operation.name()
            + " was not sent: its turn under the rate limit of "
            + operation.category()
            + " requests comes in "
            + DurationText.of(wait)
            + ", and "
            + DurationText.of(deadline.left())
            + " are left of "
            + DurationText.of(deadline.limit())
            + " ("
            + effort(facts)
            + "). "
            + maybeDoneOr(
                "Give it more time with deadline(...), or make fewer calls at a time.", facts),
        null);
  }

  DecodingException undecodable(CallFacts facts, UndecodableBody body) {
    return new DecodingException(
        facts,
        body.path(),
        operation.name()
            + " succeeded, but its answer could not be decoded: at "
            + body.path()
            + " there is "
            + body.getMessage()
            + ". "
            + (operation.idempotent()
                ? "Update this client, or tell its authors."
                : "The operation took effect: do not send it again."),
        null);
  }

  DecodingException noBody(CallFacts facts, int status) {
    return new DecodingException(
        facts, "$", operation.name() + " answered " + status + " without a body.", null);
  }

  /** What to add when a request that failed may have taken effect; empty if it cannot have. */
  String maybeDone(CallFacts facts) {
    if (!facts.mayHaveBeenAccepted()) {
      return "";
    }
    return operation.idempotent()
        ? "It may have taken effect all the same."
        : "It was not sent again, because it may have taken effect: look whether the result exists"
            + " before you send it again.";
  }

  private String maybeDoneOr(String wayOut, CallFacts facts) {
    return facts.mayHaveBeenAccepted() ? maybeDone(facts) : wayOut;
  }

  String waitDoesNotFit(Duration wait) {
    return "It was not tried again: the wait of "
        + DurationText.of(wait)
        + " does not fit into the "
        + DurationText.of(deadline.left())
        + " that are left of "
        + DurationText.of(deadline.limit())
        + ".";
  }

  private String wayOut(CallFacts facts, IOException failure) {
    boolean isNetwork =
        !RetryRules.isLocal(failure) && !(failure instanceof RefusedResponseException);
    return facts.mayHaveBeenAccepted() || !isNetwork
        ? maybeDone(facts)
        : "Check the network, the proxy and the base URL.";
  }

  private TransportException transport(
      CallFacts facts, String what, String wayOut, @Nullable Exception cause) {
    return new TransportException(
        facts,
        operation.name()
            + " "
            + what
            + " ("
            + effort(facts)
            + ")."
            + (wayOut.isEmpty() ? "" : " " + wayOut),
        cause);
  }

  private static String effort(CallFacts facts) {
    return facts.attempts()
        + (facts.attempts() == 1 ? " attempt in " : " attempts in ")
        + DurationText.of(facts.elapsed());
  }
}
