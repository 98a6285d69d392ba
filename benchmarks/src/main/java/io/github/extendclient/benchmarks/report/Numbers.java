package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.machine.Sample;
import java.util.Locale;

/** Formats numbers with as many digits as are significant. */
final class Numbers {
  private Numbers() {}

  /** Formats with three significant digits. */
  static String of(double number) {
    double size = Math.abs(number);
    String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, form, number);
  }

  /** Formats the median and the quartiles. */
  static String of(Sample sample) {
    return of(sample.median()) + " (" + of(sample.low()) + "–" + of(sample.high()) + ")";
  }

  static String times(double ratio) {
    return of(ratio) + " ×";
  }
}
