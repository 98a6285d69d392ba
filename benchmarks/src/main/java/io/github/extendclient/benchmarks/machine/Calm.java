package io.github.extendclient.benchmarks.machine;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats what was measured while the host of this virtual machine gave its processors to others,
 * as long as there is time for that.
 */
public final class Calm {
  private final StolenTime stolen;
  private long nanosLeft;
  private int repeats;

  /** Repeats for so long in all. */
  public Calm(Duration forRepeats) {
    this(forRepeats, new StolenTime());
  }

  Calm(Duration forRepeats, StolenTime stolen) {
    this.nanosLeft = forRepeats.toNanos();
    this.stolen = stolen;
  }

  /** The result of the first calm measurement, or of the one for which time runs out. */
  public <T> T measure(Supplier<T> measurement) {
    stolen.wasCalm(); // What was before does not count.
    while (true) {
      long start = System.nanoTime();
      T result = measurement.get();
      long took = System.nanoTime() - start;
      if (stolen.wasCalm() || took > nanosLeft) {
        return result;
      }
      nanosLeft -= took;
      repeats++;
    }
  }

  /** How many measurements were repeated. */
  public int repeats() {
    return repeats;
  }
}
