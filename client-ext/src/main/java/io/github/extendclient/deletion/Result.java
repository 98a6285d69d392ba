package io.github.extendclient.deletion;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.AuthenticationException;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.PermissionException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one ID.
 *
 * @param id as it is to be shown, on one line
 * @param outcome what became of it
 * @param route the operation it was routed to; null if it was to none
 * @param kind the kind of a failure, for counting; empty otherwise
 * @param reason why it was refused or failed; empty otherwise
 * @param isKeyRefused whether the server refused the key and not the ID, so that others would fare
 *     no better
 */
record Result(
    String id,
    Outcome outcome,
    @Nullable String route,
    String kind,
    String reason,
    boolean isKeyRefused) {

  static Result refused(String id, String reason) {
    return new Result(IdText.shown(id), Outcome.REFUSED, null, "", reason, false);
  }

  static Result skipped(String id) {
    return new Result(id, Outcome.SKIPPED, null, "", "", false);
  }

  static Result planned(String id, Route route) {
    return new Result(id, Outcome.PLANNED, route.name(), "", "", false);
  }

  /** The result of a call that ended; {@code failure} is null if it succeeded. */
  static Result of(String id, Route route, @Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause == null) {
      return of(id, Outcome.DELETED, route);
    }
    if (cause instanceof NotFoundException gone) {
      // An earlier attempt whose answer was lost has done the work.
      return of(id, gone.mayHaveBeenAccepted() ? Outcome.DELETED : Outcome.GONE, route);
    }
    if (cause instanceof IdPrefixException) {
      return new Result(id, Outcome.REFUSED, null, "", text(cause), false);
    }
    return new Result(
        id,
        Outcome.FAILED,
        route.name(),
        kind(cause),
        text(cause),
        cause instanceof AuthenticationException || cause instanceof PermissionException);
  }

  private static Result of(String id, Outcome outcome, Route route) {
    return new Result(id, outcome, route.name(), "", "", false);
  }

  private static String kind(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause instanceof ApiException answer ? name + " " + answer.status() : name;
  }

  private static String text(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : IdText.oneLine(message);
  }
}
