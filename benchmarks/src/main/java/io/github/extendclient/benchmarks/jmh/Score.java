package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.machine.Sample;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * The score of one benchmark, in one JVM or several.
 *
 * @param micros microseconds of one operation
 * @param bytes allocated by one operation
 */
public record Score(Sample micros, double bytes) {
  /** The score of all JVMs together. */
  static Score of(List<BenchmarkResult> forks) {
    return new Score(
        Sample.of(
            forks.stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList()),
        Sample.of(forks.stream().map(Score::bytesOf).toList()).median());
  }

  private static double bytesOf(BenchmarkResult fork) {
    return fork.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
  }
}
