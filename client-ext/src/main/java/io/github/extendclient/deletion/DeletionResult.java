package io.github.extendclient.deletion;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.AuthenticationException;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.PermissionException;
import org.jspecify.annotations.Nullable;

/**
 * The result for one ID, for the journal and the counts.
 *
 * @param id the ID in its form for display, on one line
 * @param status the status
 * @param route the operation; null if there is none
 * @param kind the kind of failure, for counting; otherwise empty
 * @param reason why the ID was refused or failed; otherwise empty
 * @param isKeyRefused whether the server refused the key, so that all other IDs would fail too
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

  /** Returns the result of a finished call; {@code failure} is null if it succeeded. */
  static DeletionResult of(String id, Route route, @Nullable Throwable failure) {
    if (failure == null) {
      return of(id, DeletionStatus.DELETED, route);
    }
    if (failure instanceof NotFoundException gone) {
      // An earlier attempt, whose response was lost, deleted it.
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
    return failure instanceof ApiException error ? name + " " + error.status() : name;
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : IdText.oneLine(message);
  }
}
