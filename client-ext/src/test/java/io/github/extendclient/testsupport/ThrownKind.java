package io.github.extendclient.testsupport;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What users' code and the JVM throw. */
public enum ThrownKind {
  RUNTIME_EXCEPTION(() -> new IllegalStateException("thrown")),
  CHECKED_EXCEPTION(() -> new TimeoutException("thrown")),
  INTERRUPTED_EXCEPTION(() -> new InterruptedException("thrown")),
  IO_EXCEPTION(() -> new IOException("thrown")),
  ASSERTION_ERROR(() -> new AssertionError("thrown")),
  STACK_OVERFLOW_ERROR(() -> new StackOverflowError("thrown")),
  NO_SUCH_METHOD_ERROR(() -> new NoSuchMethodError("thrown")),
  OUT_OF_MEMORY_ERROR(() -> new OutOfMemoryError("thrown"));

  private final Supplier<Throwable> made;

  ThrownKind(Supplier<Throwable> made) {
    this.made = made;
  }

  /** Throws as Kotlin and Scala do: also what is checked and not declared. */
  public <T> T raise() {
    throw ThrownKind.<RuntimeException>sneaky(made.get());
  }

  public boolean isChecked() {
    return !isError() && this != RUNTIME_EXCEPTION;
  }

  public boolean isError() {
    return made.get() instanceof Error;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
