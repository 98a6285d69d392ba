package io.github.extendclient.internal.call;

import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What users' code and the JVM throw. */
enum ThrownKind {
  RUNTIME_EXCEPTION(() -> new IllegalStateException("thrown")),
  CHECKED_EXCEPTION(() -> new TimeoutException("thrown")),
  ASSERTION_ERROR(() -> new AssertionError("thrown")),
  NO_SUCH_METHOD_ERROR(() -> new NoSuchMethodError("thrown")),
  OUT_OF_MEMORY_ERROR(() -> new OutOfMemoryError("thrown"));

  private final Supplier<Throwable> made;

  ThrownKind(Supplier<Throwable> made) {
    this.made = made;
  }

  /** Throws as Kotlin and Scala do: also what is checked and not declared. */
  <T> T raise() {
    throw ThrownKind.<RuntimeException>sneaky(made.get());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
