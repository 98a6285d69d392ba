package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.state.Progress;
import java.time.Instant;
import java.util.function.Function;

/** The times of runs, for lists. */
public record ProgressTimes<T>(Function<T, Progress<?>> life) implements Pages.Times<T> {
  @Override
  public Instant createdAt(T run) {
    return life.apply(run).createdAt();
  }

  @Override
  public Instant updatedAt(T run, Instant asOf) {
    return life.apply(run).updatedAt(asOf);
  }
}
