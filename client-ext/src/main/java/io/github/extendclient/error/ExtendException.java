package io.github.extendclient.error;

import io.github.extendclient.internal.access.ExceptionMakers;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions of this client. Unchecked; the blocking form of an operation throws
 * it, the future form completes with it, the {@code Call} form throws it from {@code execute} and
 * hands it to {@code onFailure}.
 */
public abstract class ExtendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static {
    ExceptionMakers.register(new Maker());
  }

  private final boolean mayHaveBeenAccepted;
  private volatile @Nullable String runId;

  /**
   * For the exceptions of this client that no call of an operation leads to.
   *
   * @param message what failed, the value, and the way out; never a secret
   * @param cause what led to it; may be null
   */
  protected ExtendException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  ExtendException(String message, @Nullable Throwable cause, boolean mayHaveBeenAccepted) {
    super(message, cause);
    this.mayHaveBeenAccepted = mayHaveBeenAccepted;
  }

  /**
   * The call of an operation that failed.
   *
   * @return null if no call failed: the exception is about an ID that was refused before anything
   *     was sent, a download, a webhook, a listing, an output, or the wait for a run
   */
  public @Nullable CallFacts call() {
    return null;
  }

  /**
   * Whether the server may have carried out the request although no success was reported: a
   * response was lost, or a server error says nothing about what was done before it. Before such a
   * create is sent again, look whether the run exists: a second one is billed too.
   *
   * @return false only if it is certain that nothing was done by any attempt
   */
  public final boolean mayHaveBeenAccepted() {
    return mayHaveBeenAccepted;
  }

  /**
   * The run that was being waited for. It goes on at the server and can be read later.
   *
   * @return null if the exception does not come from a poll
   */
  public final @Nullable String runId() {
    return runId;
  }

  final void noteRun(String id) {
    if (runId == null) {
      runId = id;
    }
  }

  /** The text of the exception, with the ID of the run if it comes from a poll. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return runId == null ? message : message + " (While waiting for the run " + runId + ".)";
  }
}
