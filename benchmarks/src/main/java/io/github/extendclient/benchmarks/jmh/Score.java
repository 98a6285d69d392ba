package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.machine.Sample;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark measured.
 *
 * @param micros microseconds of one operation
 * @param bytes allocated by one operation
 */
public record Score(Sample micros, double bytes) {
  Score(RunResult result) {
    this(
        Sample.of(
            result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList()),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }

  /** How many times longer this took than another. */
  public double over(Score other) {
    return micros.median() / other.micros.median();
  }
}
