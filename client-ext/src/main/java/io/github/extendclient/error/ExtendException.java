package io.github.extendclient.error;

import io.github.extendclient.internal.access.ExceptionMakers;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions of this client. Unchecked. The blocking form of an operation throws
 * it, the future form completes with it, and the {@code Call} form throws it from {@code execute}
 * or passes it to {@code onFailure}.
 */
public abstract class ExtendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static {
    ExceptionMakers.register(new Maker());
  }

  private final boolean mayHaveBeenAccepted;
  private volatile @Nullable String runId;

  ExtendException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  ExtendException(String message, @Nullable Throwable cause, boolean mayHaveBeenAccepted) {
    super(message, cause);
    this.mayHaveBeenAccepted = mayHaveBeenAccepted;
  }

  /**
   * Returns the failed call of an operation.
   *
   * @return the call; null if the exception concerns an ID rejected before the call, a download, a
   *     webhook, a listing, an output, or a poll
   */
  public @Nullable CallInfo call() {
    return null;
  }

  /**
   * Returns whether the server may have executed the request although the call failed: the response
   * was lost, or a server error does not say. Before you send such a create again, check whether
   * the run exists: a second run is billed too.
   *
   * @return false only if certainly no attempt took effect
   */
  public final boolean mayHaveBeenAccepted() {
    return mayHaveBeenAccepted;
  }

  /**
   * Returns the ID of the polled run, which continues at the server and can be read later.
   *
   * @return the ID; null if the exception was not thrown by a poll
   */
  public final @Nullable String runId() {
    return runId;
  }

  final void noteRun(String id) {
    if (runId == null) {
      runId = id;
    }
  }

  /** Returns the message, with the ID of the run if a poll threw the exception. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return runId == null ? message : message + " (While waiting for the run " + runId + ".)";
  }
}
