package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.deletion.DeletionIssue;
import io.github.extendclient.deletion.DeletionReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The result of a job, for people. */
final class Summary {
  private static final int SHOWN = 10;

  private Summary() {}

  static void print(DeletionReport report, PrintWriter out) {
    if (report.isDryRun()) {
      out.println("Dry run, nothing was deleted. To be deleted:");
      report
          .routes()
          .forEach(
              (route, count) -> out.println(String.format(Locale.ROOT, "%,9d  %s", count, route)));
      out.println(String.format(Locale.ROOT, "%,9d  in all", report.counts().planned()));
      if (report.skipped() > 0) {
        out.println(
            String.format(
                Locale.ROOT,
                "%,9d  skipped: done before, or twice in the input",
                report.skipped()));
      }
    } else {
      out.println(Counts.text(report.counts()) + ", in " + Wording.time(report.elapsed()) + ".");
      if (!report.failureKinds().isEmpty()) {
        report
            .failureKinds()
            .forEach((kind, count) -> out.println("  " + Wording.number(count) + " × " + kind));
      }
    }
    print("Failed", report.failures(), report.failed(), out);
    print("Refused, as no operation takes them", report.refusals(), report.refused(), out);
    out.flush();
  }

  private static void print(String title, List<DeletionIssue> issues, long count, PrintWriter out) {
    if (count == 0) {
      return;
    }
    int shown = Math.min(issues.size(), SHOWN);
    out.println(
        title + (count > shown ? ", first " + shown + " of " + Wording.number(count) : "") + ":");
    issues.stream()
        .limit(shown)
        .forEach(issue -> out.println("  " + issue.id() + "  " + issue.reason()));
  }
}
