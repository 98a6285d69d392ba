package io.github.extendclient.benchmarks.process;

import io.github.extendclient.benchmarks.machine.Sample;
import io.github.extendclient.benchmarks.machine.StolenTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Reads a growing count each second, and whether the host took processor time. */
final class RateWatch implements AutoCloseable {
  private static final int ENOUGH = 5;

  private final LongSupplier count;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final StolenTime stolen = new StolenTime();
  private final List<Second> seconds = new ArrayList<>();
  private long lastCount;
  private long lastTime = System.nanoTime();

  private record Second(double rate, boolean wasCalm) {}

  /**
   * Rates of whole seconds.
   *
   * @param calm of those in which the host took next to nothing, if there are enough of them
   * @param all of all
   */
  record Rates(Sample calm, Sample all) {}

  RateWatch(LongSupplier count) {
    this.count = count;
    this.lastCount = count.getAsLong();
    clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    long current = count.getAsLong();
    boolean wasCalm = stolen.wasCalm();
    if (current > lastCount) {
      seconds.add(new Second((current - lastCount) * 1e9 / (now - lastTime), wasCalm));
    }
    lastCount = current;
    lastTime = now;
  }

  /** Stops the watch. */
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

  /**
   * Stops, and returns the rates of the whole seconds in which the count grew.
   *
   * @param otherwise the rate if there was no whole second
   */
  Rates rates(double otherwise) {
    close();
    if (seconds.size() <= 2) {
      Sample only = Sample.of(List.of(otherwise));
      return new Rates(only, only);
    }
    // The first and the last are of seconds that were not whole.
    List<Second> whole = seconds.subList(1, seconds.size() - 1);
    List<Second> calm = whole.stream().filter(Second::wasCalm).toList();
    List<Second> counting = calm.size() < ENOUGH ? whole : calm;
    return new Rates(sample(counting), sample(whole));
  }

  private static Sample sample(List<Second> seconds) {
    return Sample.of(seconds.stream().map(Second::rate).toList());
  }
}
