package io.github.extendclient.deletion;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.AuthenticationException;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.PermissionException;
import org.jspecify.annotations.Nullable;

/**
 * The result for one ID, as it is written and counted.
 *
 * @param id as it is to be shown, on one line
 * @param status what became of it
 * @param route the operation it was routed to; null if it was to none
 * @param kind the kind of a failure, for counting; empty otherwise
 * @param reason why it was refused or failed; empty otherwise
 * @param isKeyRefused whether the server refused the key and not the ID, so that others would fare
 *     no better
 */
record DeletionResult(
    String id,
    DeletionStatus status,
    @Nullable String route,
    String kind,
    String reason,
    boolean isKeyRefused) {

  static DeletionResult refused(String id, String reason) {
    return new DeletionResult(IdText.shown(id), DeletionStatus.REFUSED, null, "", reason, false);
  }

  static DeletionResult skipped(String id) {
    return new DeletionResult(id, DeletionStatus.SKIPPED, null, "", "", false);
  }

  static DeletionResult planned(String id, Route route) {
    return new DeletionResult(id, DeletionStatus.PLANNED, route.name(), "", "", false);
  }

  /** The result of a call that ended; {@code failure} is null if it succeeded. */
  static DeletionResult of(String id, Route route, @Nullable Throwable failure) {
    if (failure == null) {
      return of(id, DeletionStatus.DELETED, route);
    }
    if (failure instanceof NotFoundException gone) {
      // An earlier attempt whose response was lost has done the work.
      return of(
          id, gone.mayHaveBeenAccepted() ? DeletionStatus.DELETED : DeletionStatus.GONE, route);
    }
    if (failure instanceof IdPrefixException) {
      return new DeletionResult(id, DeletionStatus.REFUSED, null, "", text(failure), false);
    }
    return new DeletionResult(
        id,
        DeletionStatus.FAILED,
        route.name(),
        kind(failure),
        text(failure),
        failure instanceof AuthenticationException || failure instanceof PermissionException);
  }

  private static DeletionResult of(String id, DeletionStatus status, Route route) {
    return new DeletionResult(id, status, route.name(), "", "", false);
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
