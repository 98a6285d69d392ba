package io.github.extendclient.benchmarks.machine;

import java.util.List;

/**
 * Repeated measurements of one thing.
 *
 * @param median half are below
 * @param low the lower quartile
 * @param high the upper quartile
 * @param count how many there are
 */
public record Sample(double median, double low, double high, int count) {
  /** Returns the sample of at least one value. */
  public static Sample of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Sample(
        quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75), sorted.length);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
