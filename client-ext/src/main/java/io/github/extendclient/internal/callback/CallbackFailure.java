package io.github.extendclient.internal.callback;

import java.util.Objects;

/**
 * Carries what code of the user threw to the thread that reports it, apart from failures of the
 * job's own files. Also carries checked exceptions, which Kotlin and Scala throw undeclared.
 */
public final class CallbackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CallbackFailure(Throwable thrown) {
    super(null, thrown, false, false);
  }

  /**
   * Wraps what was thrown.
   *
   * @param thrown an exception or error of any type
   * @return the same, if it is wrapped already
   */
  public static CallbackFailure of(Throwable thrown) {
    return thrown instanceof CallbackFailure failure ? failure : new CallbackFailure(thrown);
  }

  /**
   * Throws what the user's code threw, unchanged.
   *
   * @return never; declared so that callers can write {@code throw failure.rethrown()}
   */
  public RuntimeException rethrown() {
    throw CallbackFailure.<RuntimeException>undeclared(Objects.requireNonNull(getCause()));
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
