package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.machine.Sample;
import java.util.Locale;

/** Numbers with as many digits as they deserve. */
final class Numbers {
  private Numbers() {}

  /** Three digits that mean something. */
  static String of(double number) {
    double size = Math.abs(number);
    String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, form, number);
  }

  /** The median, and behind it the quartiles. */
  static String of(Sample sample) {
    return of(sample.median()) + " (" + of(sample.low()) + "–" + of(sample.high()) + ")";
  }

  static String times(double ratio) {
    return of(ratio) + " ×";
  }
}
