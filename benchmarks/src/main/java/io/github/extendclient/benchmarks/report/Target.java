package io.github.extendclient.benchmarks.report;

import java.util.Optional;

/**
 * A target and the measured value.
 *
 * @param name what is measured
 * @param limit the most, or with {@code isLeast} the least, that is good
 * @param unit behind the numbers
 * @param isLeast whether more is better
 * @param measured empty if it was not
 */
record Target(String name, double limit, String unit, boolean isLeast, Optional<Double> measured) {
  static Target atMost(String name, double limit, String unit, Optional<Double> measured) {
    return new Target(name, limit, unit, false, measured);
  }

  static Target atLeast(String name, double limit, String unit, Optional<Double> measured) {
    return new Target(name, limit, unit, true, measured);
  }

  boolean isMet() {
    return measured.map(number -> isLeast ? number >= limit : number <= limit).orElse(false);
  }

  String limitText() {
    return (isLeast ? "at least " : "") + Numbers.of(limit) + unit;
  }

  String measuredText() {
    return measured.map(number -> Numbers.of(number) + unit).orElse("not measured");
  }

  String verdict() {
    return isMet() ? "met" : "**missed**";
  }
}
