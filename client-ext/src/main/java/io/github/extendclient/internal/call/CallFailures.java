package io.github.extendclient.internal.call;

import io.github.extendclient.error.ApiError;
import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.ApiKeyException;
import io.github.extendclient.error.CallFacts;
import io.github.extendclient.error.ClientClosedException;
import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.DecodingException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.attempt.Attempt;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.config.ApiKeyRejection;
import io.github.extendclient.internal.http.RefusedResponseException;
import io.github.extendclient.internal.json.UndecodableBody;
import io.github.extendclient.internal.retry.RetryRules;
import io.github.extendclient.internal.text.SafeText;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.runtime.UploadException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of failed calls: what happened, what is known, what to do. */
final class CallFailures {
  static final String PROXY_PASSWORD =
      "Check the user name and password of the proxy, in proxyAuthenticator(...) of the OkHttpClient"
          + " that was given to httpClient(...).";

  private static final int LONGEST_CONTENT_TYPE = 100;

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

  TransportException unanswered(
      CallFacts facts, Attempt attempt, IOException failure, String whyNotAgain) {
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
    if (RetryRules.isRefusedByProxy(failure)) {
      return transport(
          facts,
          "was not sent: the proxy refused to let this client through",
          PROXY_PASSWORD,
          failure);
    }
    return transport(
        facts,
        "got no complete response: " + attempt.mask(SafeText.describe(failure)),
        way,
        failure);
  }

  /**
   * Returns the exception for users' code that threw in the HTTP client: an interceptor, an event
   * listener, a DNS.
   */
  TransportException broken(CallFacts facts, Exception failure) {
    return transport(facts, "failed: " + SafeText.describe(failure), maybeDone(facts), failure);
  }

  TransportException noThread(CallFacts facts, Throwable cause) {
    return transport(
        facts,
        "was not sent: there is no thread for it: " + SafeText.describe(cause),
        maybeDoneOr("Give executor(...) threads that take every task.", facts),
        cause);
  }

  TransportException pacerFailed(CallFacts facts, Throwable cause) {
    return transport(
        facts,
        "was not sent: its pacer failed: " + SafeText.describe(cause),
        maybeDoneOr("Check what was given to pacer(...).", facts),
        cause);
  }

  ExtendException stopped(Stop stop, CallFacts facts, @Nullable Exception cause) {
    return switch (stop) {
      case CANCELLED -> transport(facts, "was cancelled", maybeDone(facts), cause);
      case INTERRUPTED -> transport(facts, "was interrupted", maybeDone(facts), cause);
      case DEADLINE ->
          new DeadlineException(
              facts,
              operation.name()
                  + " did not end within its "
                  + DurationText.of(deadline.limit())
                  + " ("
                  + effort(facts)
                  + "). "
                  + maybeDoneOr("Give it more time with deadline(...).", facts),
              safe(cause));
      case CLOSED ->
          new ClientClosedException(
              facts,
              operation.name()
                  + " was not sent"
                  + (facts.attempts() == 0 ? "" : " again")
                  + ": the client is closed ("
                  + effort(facts)
                  + "). "
                  + maybeDoneOr("Close the client after its last call.", facts));
    };
  }

  TransportException interruptedBetween(
      CallFacts facts, Duration wait, InterruptedException cause) {
    return transport(
        facts,
        "was interrupted while it waited " + DurationText.of(wait) + " for its next attempt",
        maybeDone(facts),
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

  DecodingException undecodable(CallFacts facts, UndecodableBody body, Attempt attempt) {
    String type = attempt.contentType();
    if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
      return new DecodingException(
          facts,
          body.path(),
          operation.name()
              + " got a success with the content type "
              + attempt.mask(SafeText.oneLine(type, LONGEST_CONTENT_TYPE))
              + ", which is no response of the API: a proxy or a sign-in page may have sent it. "
              + maybeDoneOr("Check the proxy and the base URL.", facts),
          null);
    }
    return new DecodingException(
        facts,
        body.path(),
        operation.name()
            + " succeeded, but its response could not be decoded: at "
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
    String maybeDone = maybeDone(facts);
    return new DecodingException(
        facts,
        "$",
        operation.name()
            + " returned "
            + status
            + " without a body."
            + (maybeDone.isEmpty() ? "" : " " + maybeDone),
        null);
  }

  /**
   * Returns the sentence for a failed request that may have taken effect; empty if it cannot have.
   */
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
      CallFacts facts, String what, String wayOut, @Nullable Throwable cause) {
    return new TransportException(
        facts,
        operation.name()
            + " "
            + what
            + " ("
            + effort(facts)
            + ")."
            + (wayOut.isEmpty() ? "" : " " + wayOut),
        safe(cause));
  }

  private static @Nullable Throwable safe(@Nullable Throwable cause) {
    return cause == null ? null : SafeText.cause(cause);
  }

  private static String effort(CallFacts facts) {
    return facts.attempts()
        + (facts.attempts() == 1 ? " attempt in " : " attempts in ")
        + DurationText.of(facts.elapsed());
  }
}
