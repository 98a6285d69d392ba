package io.github.extendclient.benchmarks.report;

import java.util.List;

/** The results as a page in Markdown. */
public final class ResultsPage {
  private ResultsPage() {}

  /**
   * The whole page.
   *
   * @param charts the part with the charts, which may be empty
   */
  public static String of(Results results, String charts) {
    List<Target> targets = Targets.of(results);
    return "# Results\n\n"
        + Summary.of(results, targets)
        + "\nWritten by the benchmarks; [README.md](README.md) tells how to read it. "
        + results.machine()
        + ". The host took "
        + Numbers.of(100 * results.stolen())
        + " % of the processors' time for others.\n\n"
        + failures(results.failures())
        + "## Targets\n\n"
        + table(targets)
        + "\n"
        + JsonSection.of(results, charts)
        + CallSection.of(results)
        + ProcessSection.of(results);
  }

  private static String failures(List<String> failures) {
    if (failures.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("**Not measured, as it failed:**\n\n");
    failures.forEach(
        failure -> text.append("- ").append(failure.replaceAll("\\s+", " ")).append('\n'));
    return text.append('\n').toString();
  }

  private static Table table(List<Target> targets) {
    Table table = new Table("Target", "At most", "Measured", "");
    targets.forEach(
        target ->
            table.row(target.name(), target.limitText(), target.measuredText(), target.verdict()));
    return table;
  }
}
