package io.github.extendclient.deletion;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.AuthenticationException;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.PermissionException;
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
    if (failure == null) {
      return of(id, Outcome.DELETED, route);
    }
    if (failure instanceof NotFoundException gone) {
      // An earlier attempt whose answer was lost has done the work.
      return of(id, gone.mayHaveBeenAccepted() ? Outcome.DELETED : Outcome.GONE, route);
    }
    if (failure instanceof IdPrefixException) {
      return new Result(id, Outcome.REFUSED, null, "", text(failure), false);
    }
    return new Result(
        id,
        Outcome.FAILED,
        route.name(),
        kind(failure),
        text(failure),
        failure instanceof AuthenticationException || failure instanceof PermissionException);
  }

  private static Result of(String id, Outcome outcome, Route route) {
    return new Result(id, outcome, route.name(), "", "", false);
  }

  private static String kind(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure instanceof ApiException answer ? name + " " + answer.status() : name;
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : IdText.oneLine(message);
  }
}
