package io.github.extendclient.benchmarks.process;

import io.github.extendclient.benchmarks.machine.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Looks at a growing count each second. */
final class RateWatch implements AutoCloseable {
  private final LongSupplier count;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<Double> rates = new ArrayList<>();
  private long lastCount;
  private long lastTime = System.nanoTime();

  RateWatch(LongSupplier count) {
    this.count = count;
    this.lastCount = count.getAsLong();
    clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    long current = count.getAsLong();
    if (current > lastCount) {
      rates.add((current - lastCount) * 1e9 / (now - lastTime));
    }
    lastCount = current;
    lastTime = now;
  }

  /** Stops looking. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The count was not told within a minute.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the count was told.", e);
    }
  }

  /** Of the whole seconds in which it grew, if there are some. Stops looking. */
  Sample rates(double otherwise) {
    close();
    // The first and the last are of seconds that were not whole.
    return rates.size() > 2
        ? Sample.of(rates.subList(1, rates.size() - 1))
        : Sample.of(List.of(otherwise));
  }
}
