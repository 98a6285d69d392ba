package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.report.Sample;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one benchmark measured.
 *
 * @param micros microseconds of one operation
 * @param bytes allocated by one operation
 */
public record Score(Sample micros, double bytes) {
  static Score of(RunResult result) {
    Statistics times = result.getPrimaryResult().getStatistics();
    return new Score(
        new Sample(
            times.getPercentile(50),
            times.getPercentile(25),
            times.getPercentile(75),
            (int) times.getN()),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }
}
