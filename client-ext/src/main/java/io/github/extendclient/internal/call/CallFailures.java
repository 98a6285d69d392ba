package io.github.extendclient.internal.call;

import static io.github.extendclient.internal.error.Exceptions.MAKER;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;
import io.github.extendclient.internal.attempt.Attempt;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.config.ApiKeyRejection;
import io.github.extendclient.internal.http.Origin;
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
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Makes the exceptions of failed calls: what happened, what is known, what to do. */
final class CallFailures {
  private static final String PROXY_PASSWORD =
      "Check the user name and password of the proxy, in proxyAuthenticator(...) of the OkHttpClient"
          + " that was given to httpClient(...).";

  private static final int LONGEST_CONTENT_TYPE = 100;

  private final ApiOperation operation;
  private final Deadline deadline;

  CallFailures(ApiOperation operation, Deadline deadline) {
    this.operation = operation;
    this.deadline = deadline;
  }

  FailedCall facts(int attempts, Duration elapsed, boolean mayHaveBeenAccepted) {
    return new FailedCall(
        operation.method(), operation.path(), attempts, elapsed, mayHaveBeenAccepted);
  }

  ExtendException response(FailedCall facts, ApiError error, String note) {
    return MAKER.response(facts, error, note);
  }

  /**
   * Returns the sentence on an error response that is not followed by another attempt; empty if
   * there is nothing to add.
   *
   * @param wasLostBefore whether an earlier attempt may have taken effect
   */
  String note(FailedCall facts, ApiError error, Response<?> response, boolean wasLostBefore) {
    if (error.status() == 404 && wasLostBefore && operation.method().equals("DELETE")) {
      return "An earlier attempt of this call lost its response and may have deleted it.";
    }
    if (error.status() == 407) {
      return PROXY_PASSWORD;
    }
    String maybeDone = operation.idempotent() ? "" : maybeDone(facts);
    String location = response.headers().get("Location");
    if (error.status() / 100 != 3 || location == null) {
      return maybeDone;
    }
    HttpUrl target = response.raw().request().url().resolve(location);
    String redirect =
        "The redirect to "
            + (target == null ? "an address that cannot be read" : Origin.text(target))
            + " was not followed: set the base URL that responds by itself.";
    return maybeDone.isEmpty() ? redirect : redirect + " " + maybeDone;
  }

  ExtendException noResponse(
      FailedCall facts, Attempt attempt, IOException failure, String whyNotAgain) {
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
  ExtendException broken(FailedCall facts, Exception failure) {
    return transport(facts, "failed: " + SafeText.describe(failure), maybeDone(facts), failure);
  }

  ExtendException noThread(FailedCall facts, Throwable cause) {
    return transport(
        facts,
        "was not sent: there is no thread for it: " + SafeText.describe(cause),
        maybeDoneOr("Give executor(...) threads that take every task.", facts),
        cause);
  }

  ExtendException pacerFailed(FailedCall facts, Throwable cause) {
    return transport(
        facts,
        "was not sent: its pacer failed: " + SafeText.describe(cause),
        maybeDoneOr("Check what was given to pacer(...).", facts),
        cause);
  }

  ExtendException stopped(Stop stop, FailedCall facts, @Nullable Exception cause) {
    return switch (stop) {
      case CANCELLED -> transport(facts, "was cancelled", maybeDone(facts), cause);
      case INTERRUPTED -> transport(facts, "was interrupted", maybeDone(facts), cause);
      case DEADLINE ->
          MAKER.deadline(
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
          MAKER.clientClosed(
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

  ExtendException interruptedBetween(FailedCall facts, Duration wait, InterruptedException cause) {
    return transport(
        facts,
        "was interrupted while it waited " + DurationText.of(wait) + " for its next attempt",
        maybeDone(facts),
        cause);
  }

  static ExtendException noKey(
      ApiOperation operation, FailedCall facts, ApiKeyRejection rejection) {
    return MAKER.apiKey(
        facts,
        operation.name()
            + " was not sent ("
            + effort(facts)
            + "). "
            + rejection.getMessage()
            + (facts.mayHaveBeenAccepted() ? " An earlier attempt may have taken effect." : ""),
        rejection.getCause());
  }

  ExtendException turnDoesNotFit(FailedCall facts, Duration wait) {
    return MAKER.deadline(
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

  ExtendException undecodable(FailedCall facts, UndecodableBody body, Attempt attempt) {
    String type = attempt.contentType();
    if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
      return MAKER.decoding(
          facts,
          body.path(),
          operation.name()
              + " got a success with the content type "
              + attempt.mask(SafeText.oneLine(type, LONGEST_CONTENT_TYPE))
              + ", which is not a response of the API: a proxy or a sign-in page may have sent it. "
              + maybeDoneOr("Check the proxy and the base URL.", facts));
    }
    return MAKER.decoding(
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
                : "The operation took effect: do not send it again."));
  }

  ExtendException noBody(FailedCall facts, int status) {
    String maybeDone = maybeDone(facts);
    return MAKER.decoding(
        facts,
        "$",
        operation.name()
            + " returned "
            + status
            + " without a body."
            + (maybeDone.isEmpty() ? "" : " " + maybeDone));
  }

  /**
   * Returns the sentence for a failed request that may have taken effect; empty if it cannot have.
   */
  String maybeDone(FailedCall facts) {
    if (!facts.mayHaveBeenAccepted()) {
      return "";
    }
    return operation.idempotent()
        ? "It may have taken effect all the same."
        : "It was not sent again, because it may have taken effect: look whether the result exists"
            + " before you send it again.";
  }

  private String maybeDoneOr(String wayOut, FailedCall facts) {
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

  private String wayOut(FailedCall facts, IOException failure) {
    boolean isNetwork =
        !RetryRules.isLocal(failure) && !(failure instanceof RefusedResponseException);
    return facts.mayHaveBeenAccepted() || !isNetwork
        ? maybeDone(facts)
        : "Check the network, the proxy and the base URL.";
  }

  private ExtendException transport(
      FailedCall facts, String what, String wayOut, @Nullable Throwable cause) {
    return MAKER.transport(
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

  private static String effort(FailedCall facts) {
    return facts.attempts()
        + (facts.attempts() == 1 ? " attempt in " : " attempts in ")
        + DurationText.of(facts.elapsed());
  }
}
