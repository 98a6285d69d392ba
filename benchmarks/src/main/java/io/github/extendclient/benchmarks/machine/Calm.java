package io.github.extendclient.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Repeats what was measured while the host of this virtual machine gave its processors to others,
 * as long as there is time for that. Only Linux tells; elsewhere nothing is repeated.
 */
public final class Calm {
  private static final Path STATISTICS = Path.of("/proc/stat");

  /** Of the time that was asked for. */
  private static final double MOST_STOLEN = 0.03;

  private static final int IDLE = 3;
  private static final int WAITING = 4;
  private static final int STOLEN = 7;

  private final Path statistics;
  private long nanosLeft;
  private int repeats;

  /** Repeats for so long in all. */
  public Calm(Duration forRepeats) {
    this(forRepeats, STATISTICS);
  }

  Calm(Duration forRepeats, Path statistics) {
    this.nanosLeft = forRepeats.toNanos();
    this.statistics = statistics;
  }

  /** The result of the first calm measurement, or of the one for which time runs out. */
  public <T> T measure(Supplier<T> measurement) {
    while (true) {
      long start = System.nanoTime();
      long[] before = ticks();
      T result = measurement.get();
      long took = System.nanoTime() - start;
      if (stolenSince(before) <= MOST_STOLEN || took > nanosLeft) {
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

  private double stolenSince(long[] before) {
    long[] now = ticks();
    long asked = 0;
    for (int i = 0; i < now.length; i++) {
      asked += i == IDLE || i == WAITING ? 0 : now[i] - before[i];
    }
    return asked == 0 ? 0 : (double) (now[STOLEN] - before[STOLEN]) / asked;
  }

  /**
   * What the processors did: user, nice, system, idle, waiting, two kinds of interrupts, stolen.
   */
  private long[] ticks() {
    if (!Files.isReadable(statistics)) {
      return new long[STOLEN + 1];
    }
    try {
      String[] words = Files.readAllLines(statistics).get(0).trim().split(" +");
      return Arrays.stream(words, 1, STOLEN + 2).mapToLong(Long::parseLong).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
