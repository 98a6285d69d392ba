package io.github.extendclient.benchmarks.report;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One part of a run, with its result or its failure. A part that fails does not end the run.
 *
 * @param value null if it failed
 * @param failure null if it did not
 */
public record Part<T>(@Nullable T value, @Nullable String failure) {
  /** Runs a part, and prints its name. */
  public static <T> Part<T> of(String name, Supplier<T> measurement) {
    System.out.println("Measuring " + name);
    long start = System.nanoTime();
    try {
      T value = measurement.get();
      System.out.printf(
          "Measured %s in %d seconds%n", name, (System.nanoTime() - start) / 1_000_000_000);
      return new Part<>(value, null);
    } catch (RuntimeException | Error e) {
      String failure = name + ": " + e;
      System.out.println("Not measured: " + failure + placeOf(e));
      return new Part<>(null, failure);
    }
  }

  private static String placeOf(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  Optional<T> result() {
    return Optional.ofNullable(value);
  }

  <R> Optional<R> map(Function<? super T, ? extends R> function) {
    return result().map(function);
  }
}
