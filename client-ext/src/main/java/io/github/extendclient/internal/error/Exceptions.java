package io.github.extendclient.internal.error;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.internal.access.ExceptionMaker;
import io.github.extendclient.internal.access.ExceptionMakers;
import java.lang.invoke.MethodHandles;

/** Provides the internal packages with the typed maker of exceptions. */
public final class Exceptions {
  /** Makes all exceptions of package {@code error}. */
  public static final ExceptionMaker<ExtendException, Reason> MAKER = maker();

  private Exceptions() {}

  @SuppressWarnings("unchecked") // The static initializer of ExtendException registers this type.
  private static ExceptionMaker<ExtendException, Reason> maker() {
    try {
      MethodHandles.lookup().ensureInitialized(ExtendException.class);
    } catch (IllegalAccessException e) {
      throw new AssertionError("The class is public.", e);
    }
    return (ExceptionMaker<ExtendException, Reason>) ExceptionMakers.registered();
  }
}
