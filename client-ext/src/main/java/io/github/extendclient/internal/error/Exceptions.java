package io.github.extendclient.internal.error;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.access.ExceptionMaker;
import io.github.extendclient.internal.access.ExceptionMakers;
import java.lang.invoke.MethodHandles;

/** Gives the internal packages the maker of all exceptions, with its type. */
public final class Exceptions {
  /** Makes the exceptions that calls, downloads and polls end with. */
  public static final ExceptionMaker<ExtendException> MAKER = maker();

  private Exceptions() {}

  @SuppressWarnings("unchecked") // the static initializer of ExtendException registers this type
  private static ExceptionMaker<ExtendException> maker() {
    try {
      MethodHandles.lookup().ensureInitialized(ExtendException.class);
    } catch (IllegalAccessException e) {
      throw new AssertionError("The class is public.", e);
    }
    return (ExceptionMaker<ExtendException>) ExceptionMakers.registered();
  }
}
