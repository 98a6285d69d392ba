package io.github.extendclient.benchmarks;

import io.github.extendclient.benchmarks.document.DocumentFiles;
import io.github.extendclient.benchmarks.jmh.JmhRuns;
import io.github.extendclient.benchmarks.machine.Machine;
import io.github.extendclient.benchmarks.machine.StolenTime;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.BulkProcessing;
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.ConnectionCheck;
import io.github.extendclient.benchmarks.process.LargeUpload;
import io.github.extendclient.benchmarks.process.ManyCalls;
import io.github.extendclient.benchmarks.process.ManyPolls;
import io.github.extendclient.benchmarks.process.SmallestHeap;
import io.github.extendclient.benchmarks.process.SpecGrowth;
import io.github.extendclient.benchmarks.report.BulkPage;
import io.github.extendclient.benchmarks.report.Charts;
import io.github.extendclient.benchmarks.report.GrowthPage;
import io.github.extendclient.benchmarks.report.Part;
import io.github.extendclient.benchmarks.report.Results;
import io.github.extendclient.benchmarks.report.ResultsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs all benchmarks and writes the page of results. See {@code benchmarks/README.md}. */
public final class Benchmarks {
  private static final String QUICK_NOTE =
      "\nThis was a quick run: it shows that the benchmarks work, and its numbers mean nothing.\n";

  private final Extent extent;
  private boolean hasFailed;

  private Benchmarks(Extent extent) {
    this.extent = extent;
  }

  /**
   * Measures, and writes the page. The page names a part that failed; then the process exits with
   * 1.
   *
   * @param arguments the folder of this module, then {@code full}; or {@code bulk} for bulk
   *     processing; or {@code scale} for the growth of the specification, which {@code full} shows
   *     as it was measured last; or {@code quick} to see only that all runs, whose result goes to
   *     {@code target/}
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    long start = System.nanoTime();
    boolean isQuick = arguments[1].equals("quick");
    Benchmarks benchmarks = new Benchmarks(isQuick ? Extent.QUICK : Extent.FULL);
    Path page = benchmarks.run(module, arguments[1]);
    System.out.printf(
        "%nWrote %s after %d seconds.%n%n%s%n",
        module.getParent().relativize(page),
        (System.nanoTime() - start) / 1_000_000_000,
        Files.readString(page));
    System.exit(benchmarks.hasFailed ? 1 : 0);
  }

  private Path run(Path module, String mode) throws IOException {
    Path scale = module.resolve("scale.md");
    return switch (mode) {
      case "full" ->
          Files.writeString(
              module.resolve("results.md"),
              results(module) + (Files.exists(scale) ? "\n" + Files.readString(scale) : ""));
      case "bulk" ->
          Files.writeString(
              module.resolve("bulk.md"),
              BulkPage.of(BulkProcessing.measure(10_000, 100_000, 5_000)));
      case "scale" -> Files.writeString(scale, GrowthPage.of(SpecGrowth.measure(module, 1, 3, 10)));
      case "quick" -> {
        Path target = Files.createDirectories(module.resolve("target"));
        yield Files.writeString(
            target.resolve("results.md"),
            results(target) + "\n" + growth(module) + "\n" + bulk() + QUICK_NOTE);
      }
      default ->
          throw new IllegalArgumentException(
              "There is no mode \"" + mode + "\": use full, scale, bulk or quick.");
    };
  }

  /** Writes the page of results, and its charts to a folder beside it. */
  private String results(Path beside) throws IOException {
    StolenTime stolen = new StolenTime();
    try (DocumentFiles files = new DocumentFiles(extent.documents())) {
      JmhRuns jmh = new JmhRuns(extent.jmh(), files);
      part("decoding and encoding", () -> measureJson(jmh));
      part("calls", () -> measureCalls(jmh));
      var start = part("first response", () -> ColdStart.measure(extent.starts()));
      var heap = part("smallest heap", SmallestHeap::measure);
      var calls =
          part(
              "asynchronous calls",
              () -> ManyCalls.measure(extent.calls(), extent.concurrencies()));
      var check = part("connection check", () -> ConnectionCheck.measure(extent.turnsOfTheCheck()));
      var polls = part("waiting runs", this::polls);
      var deletion =
          part("bulk deletion", () -> BulkDeletion.measure(extent.ids(), extent.fewerIds()));
      var upload =
          part("upload", () -> LargeUpload.measure(extent.uploadBytes(), extent.uploads()));
      Results results =
          new Results(
              Machine.line(),
              stolen.share(),
              jmh,
              start,
              heap,
              calls,
              check,
              polls,
              deletion,
              upload);
      hasFailed |= !results.failures().isEmpty();
      Part<String> charts = part("charts", () -> Charts.write(results, beside));
      return ResultsPage.of(results, Optional.ofNullable(charts.value()).orElse(""));
    }
  }

  private boolean measureJson(JmhRuns jmh) {
    jmh.json(extent.documents());
    return true;
  }

  private static boolean measureCalls(JmhRuns jmh) {
    jmh.calls();
    return true;
  }

  private List<ManyPolls.Result> polls() {
    return List.of(
        ManyPolls.measure(extent.polls(), 1000, extent.pollInterval()),
        ManyPolls.measure(extent.polls() / 10, 100_000, extent.pollInterval()));
  }

  private String growth(Path module) {
    Part<String> growth =
        part("growth of the specification", () -> GrowthPage.of(SpecGrowth.measure(module, 1)));
    return Optional.ofNullable(growth.value()).orElse("");
  }

  private String bulk() {
    Part<String> bulk =
        part("bulk processing", () -> BulkPage.of(BulkProcessing.measure(200, 200, 200)));
    return Optional.ofNullable(bulk.value()).orElse("");
  }

  private <T> Part<T> part(String name, Supplier<T> measurement) {
    Part<T> part = Part.of(name, measurement);
    hasFailed |= part.failure() != null;
    return part;
  }
}
