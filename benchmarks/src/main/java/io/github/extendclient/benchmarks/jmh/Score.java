package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.machine.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/** What one benchmark measured, in one turn or more, each in a JVM of its own. */
public final class Score {
  private final List<double[]> turns = new ArrayList<>();
  private final List<Double> bytes = new ArrayList<>();

  void add(RunResult turn) {
    turns.add(
        turn.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
            .toArray());
    bytes.add(turn.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }

  /** Microseconds of one operation. */
  public Sample micros() {
    return Sample.of(turns.stream().flatMapToDouble(Arrays::stream).boxed().toList());
  }

  /** Bytes allocated by one operation. */
  public double bytes() {
    return Sample.of(bytes).median();
  }

  /** How many times longer this took than another, each in the fastest of its turns. */
  public double over(Score other) {
    return fastestTurn() / other.fastestTurn();
  }

  private double fastestTurn() {
    return turns.stream().mapToDouble(Score::median).min().orElseThrow();
  }

  private static double median(double[] values) {
    return Sample.of(Arrays.stream(values).boxed().toList()).median();
  }
}
