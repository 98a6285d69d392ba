package io.github.extendclient.benchmarks;

import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.jmh.JmhRuns;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.LargeUpload;
import io.github.extendclient.benchmarks.process.ManyPolls;
import io.github.extendclient.benchmarks.process.SpecGrowth;
import io.github.extendclient.benchmarks.report.Results;
import io.github.extendclient.benchmarks.report.ResultsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Runs all benchmarks and writes the page of results. See {@code benchmarks/README.md}. */
public final class Benchmarks {
  private static final String QUICK =
      "\nThis was a quick run: it shows that the benchmarks work, and its numbers mean nothing.\n";

  private Benchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of this module, then {@code quick} to see only that all runs: that
   *     result goes to {@code target/}
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    boolean quick = arguments.length > 1 && arguments[1].equals("quick");
    Path page = module.resolve(quick ? "target/results.md" : "results.md");
    long start = System.nanoTime();
    String results = ResultsPage.of(quick ? quick(module) : full(module));
    Files.writeString(page, quick ? results + QUICK : results);
    System.out.printf(
        "%nWrote %s after %d seconds.%n%n%s%n",
        module.getParent().relativize(page),
        (System.nanoTime() - start) / 1_000_000_000,
        Files.readString(page));
  }

  private static Results full(Path module) {
    JmhRuns jmh = new JmhRuns(4, 5, 500);
    return new Results(
        step("JMH", () -> jmh(jmh, Arrays.asList(Document.values()), JmhRuns.parseRuns())),
        step("cold start", () -> ColdStart.measure(15)),
        step("bulk deletion", () -> BulkDeletion.measure(100_000, 20_000)),
        step("upload", () -> LargeUpload.measure(1_000_000_000, 3)),
        step("polling", () -> ManyPolls.measure(10_000, 20, 10)),
        step("growth of the specification", () -> SpecGrowth.measure(module, 1, 10)));
  }

  private static Results quick(Path module) {
    JmhRuns jmh = new JmhRuns(1, 1, 50);
    List<Document> documents = List.of(Document.PARSE_20_KB);
    return new Results(
        step("JMH", () -> jmh(jmh, documents, documents)),
        step("cold start", () -> ColdStart.measure(1)),
        step("bulk deletion", () -> BulkDeletion.measure(500, 500)),
        step("upload", () -> LargeUpload.measure(10_000_000, 1)),
        step("polling", () -> ManyPolls.measure(200, 3, 1)),
        step("growth of the specification", () -> SpecGrowth.measure(module, 1)));
  }

  private static JmhRuns jmh(JmhRuns jmh, List<Document> compared, List<Document> varied) {
    jmh.compare(compared);
    jmh.vary(varied);
    jmh.call();
    return jmh;
  }

  private static <T> T step(String name, Supplier<T> step) {
    System.out.println("Measuring " + name);
    return step.get();
  }
}
