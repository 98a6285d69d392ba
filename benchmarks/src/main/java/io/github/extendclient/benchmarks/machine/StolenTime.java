package io.github.extendclient.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The processor time that the host of this virtual machine gave to others (steal time). Known on
 * Linux only; elsewhere it is zero.
 */
public final class StolenTime {
  private static final Path STATISTICS = Path.of("/proc/stat");

  private static final double MOST_IF_CALM = 0.03;

  private static final int IDLE = 3;
  private static final int WAITING = 4;
  private static final int STOLEN = 7;

  private final Path statistics;
  private long[] last;

  /** Starts to count. */
  public StolenTime() {
    this(STATISTICS);
  }

  StolenTime(Path statistics) {
    this.statistics = statistics;
    this.last = ticks();
  }

  /** Returns whether the host took almost nothing since the last call of this method. */
  public boolean wasCalm() {
    return share() <= MOST_IF_CALM;
  }

  /**
   * Returns the share of the requested time that the host took since the last call of this method.
   */
  public double share() {
    long[] before = last;
    last = ticks();
    long asked = 0;
    for (int i = 0; i < last.length; i++) {
      asked += i == IDLE || i == WAITING ? 0 : last[i] - before[i];
    }
    return asked == 0 ? 0 : (double) (last[STOLEN] - before[STOLEN]) / asked;
  }

  /**
   * Returns the times of the processors: user, nice, system, idle, waiting, two kinds of
   * interrupts, stolen.
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
