package io.github.extendclient.internal.error;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.access.ExceptionMaker;
import io.github.extendclient.internal.access.ExceptionMakers;
import java.lang.invoke.MethodHandles;

/** Provides the internal packages with the typed maker of exceptions. */
public final class Exceptions {
  /** Makes the exceptions of calls, downloads and polls. */
  public static final ExceptionMaker<ExtendException> MAKER = maker();

  private Exceptions() {}

  @SuppressWarnings("unchecked") // The static initializer of ExtendException registers this type.
  private static ExceptionMaker<ExtendException> maker() {
    try {
      MethodHandles.lookup().ensureInitialized(ExtendException.class);
    } catch (IllegalAccessException e) {
      throw new AssertionError("The class is public.", e);
    }
    return (ExceptionMaker<ExtendException>) ExceptionMakers.registered();
  }
}
