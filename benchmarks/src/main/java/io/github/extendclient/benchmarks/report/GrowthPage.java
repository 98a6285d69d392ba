package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.machine.Machine;
import io.github.extendclient.benchmarks.process.SpecGrowth;
import java.util.List;

/**
 * The part of the page of results that shows how generation and compilation grow with the
 * specification.
 */
public final class GrowthPage {
  // A tenth for what does not grow evenly, such as the collections of the garbage collector.
  private static final double TOLERANCE = 1.1;

  private GrowthPage() {}

  /**
   * The part.
   *
   * @param steps the first is what the others are compared with
   */
  public static String of(List<SpecGrowth.Step> steps) {
    SpecGrowth.Step one = steps.get(0);
    Table table =
        new Table("Specification", "Types", "Generate, s", "Compile, s", "Time / 1 ×", "", "");
    for (SpecGrowth.Step step : steps) {
      double ratio = seconds(step) / seconds(one);
      boolean met = step.isWell() && ratio <= TOLERANCE * step.times();
      table.row(
          step.times() + " ×",
          Integer.toString(step.types()),
          Numbers.of(step.generating()),
          Numbers.of(step.compiling()),
          Numbers.times(ratio),
          step == one ? "" : met ? "met" : "**missed**",
          step.outcome().replace('|', '/'));
    }
    return "## Growth of the specification\n\nThe target is to grow linearly: at most "
        + TOLERANCE
        + " times the factor. "
        + Machine.line()
        + ".\n\n"
        + table;
  }

  private static double seconds(SpecGrowth.Step step) {
    return step.generating() + step.compiling();
  }
}
