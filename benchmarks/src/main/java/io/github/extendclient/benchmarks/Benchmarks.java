package io.github.extendclient.benchmarks;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.DocumentFiles;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.jmh.Body;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.JmhRuns;
import io.github.extendclient.benchmarks.machine.Calm;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.BulkProcessing;
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.LargeUpload;
import io.github.extendclient.benchmarks.process.ManyPolls;
import io.github.extendclient.benchmarks.process.SpecGrowth;
import io.github.extendclient.benchmarks.report.BulkPage;
import io.github.extendclient.benchmarks.report.GrowthPage;
import io.github.extendclient.benchmarks.report.Results;
import io.github.extendclient.benchmarks.report.ResultsPage;
import io.github.extendclient.benchmarks.turns.Contestant;
import io.github.extendclient.benchmarks.turns.InTurns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs all benchmarks and writes the page of results. See {@code benchmarks/README.md}. */
public final class Benchmarks {
  private static final String QUICK_NOTE =
      "\nThis was a quick run: it shows that the benchmarks work, and its numbers mean nothing.\n";

  private static final Set<Libraries> COMPARED_CLOSELY =
      EnumSet.of(Libraries.OURS, Libraries.SKIP_VALUE, Libraries.JACKSON_PLAIN);

  private static final Duration BRIEF = Duration.ofMillis(50);

  private static final Extent FULL =
      new Extent(
          new JmhRuns.Plan(Duration.ofSeconds(1), Duration.ofSeconds(5), 3, Duration.ofMillis(200)),
          new InTurns.Plan(
              Duration.ofMillis(1500), Duration.ofSeconds(4), 10, Duration.ofMillis(100)),
          Duration.ofSeconds(20),
          Arrays.asList(Document.values()),
          11,
          100_000,
          20_000,
          1_000_000_000,
          3,
          10_000,
          20,
          10);

  private static final Extent QUICK =
      new Extent(
          new JmhRuns.Plan(BRIEF, BRIEF, 1, BRIEF),
          new InTurns.Plan(BRIEF, BRIEF, 1, BRIEF),
          Duration.ZERO,
          List.of(Document.PARSE_20_KB),
          1,
          500,
          500,
          10_000_000,
          1,
          200,
          3,
          1);

  /**
   * How much is measured.
   *
   * @param repeats the time for measurements that are repeated
   * @param starts of each program
   * @param ids that are deleted with this client
   * @param rawIds that are deleted with OkHttp alone, whose rate needs no long run
   * @param uploads of each client
   * @param polls runs that are waited for at once
   * @param pollSeconds for which a run is processed
   * @param pollInterval seconds between two reads of one run
   */
  private record Extent(
      JmhRuns.Plan jmh,
      InTurns.Plan turns,
      Duration repeats,
      List<Document> documents,
      int starts,
      int ids,
      int rawIds,
      long uploadBytes,
      int uploads,
      int polls,
      long pollSeconds,
      long pollInterval) {}

  private Benchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of this module, then {@code full}; or {@code bulk} for bulk
   *     processing; or {@code scale} for the growth of the specification, which {@code full} shows
   *     as it was measured last; or {@code quick} to see only that all runs, whose result goes to
   *     {@code target/}
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    Path scale = module.resolve("scale.md");
    long start = System.nanoTime();
    Path page;
    switch (arguments[1]) {
      case "full" -> {
        String growth = Files.exists(scale) ? "\n" + Files.readString(scale) : "";
        page =
            Files.writeString(module.resolve("results.md"), ResultsPage.of(measure(FULL)) + growth);
      }
      case "bulk" ->
          page =
              Files.writeString(
                  module.resolve("bulk.md"),
                  BulkPage.of(BulkProcessing.measure(10_000, 100_000, 5_000)));
      case "scale" -> page = Files.writeString(scale, growth(module, 1, 3, 10));
      case "quick" ->
          page =
              Files.writeString(
                  module.resolve("target/results.md"),
                  ResultsPage.of(measure(QUICK))
                      + "\n"
                      + growth(module, 1)
                      + "\n"
                      + BulkPage.of(BulkProcessing.measure(200, 200, 200))
                      + QUICK_NOTE);
      default ->
          throw new IllegalArgumentException(
              "There is no mode \"" + arguments[1] + "\": use full, scale, bulk or quick.");
    }
    System.out.printf(
        "%nWrote %s after %d seconds.%n%n%s%n",
        module.getParent().relativize(page),
        (System.nanoTime() - start) / 1_000_000_000,
        Files.readString(page));
  }

  private static String growth(Path module, int... times) {
    return step(
        "growth of the specification", () -> GrowthPage.of(SpecGrowth.measure(module, times)));
  }

  private static Results measure(Extent extent) throws IOException {
    Calm calm = new Calm(extent.repeats);
    try (DocumentFiles files = new DocumentFiles(extent.documents)) {
      JmhRuns jmh = step("JMH", () -> jmh(extent, files));
      return new Results(
          calm,
          jmh,
          step("what is compared in turns", () -> inTurns(extent, files, jmh)),
          step("cold start", () -> ColdStart.measure(extent.starts, calm)),
          step("bulk deletion", () -> BulkDeletion.measure(extent.ids, extent.rawIds)),
          step("upload", () -> LargeUpload.measure(extent.uploadBytes, extent.uploads)),
          step(
              "polling",
              () -> ManyPolls.measure(extent.polls, extent.pollSeconds, extent.pollInterval)));
    }
  }

  private static JmhRuns jmh(Extent extent, DocumentFiles files) {
    JmhRuns runs = new JmhRuns(extent.jmh, files);
    runs.json(extent.documents);
    runs.call();
    return runs;
  }

  private static InTurns inTurns(Extent extent, DocumentFiles files, JmhRuns runs) {
    InTurns.Plan plan = extent.turns;
    InTurns turns = new InTurns(plan, files);
    for (Document document : extent.documents) {
      if (JmhRuns.parseRuns().contains(document)) {
        turns.measure(3, plan.warmup(), decoding(runs, document, COMPARED_CLOSELY::contains));
      }
      turns.measure(
          1,
          plan.warmup(),
          decoding(runs, document, library -> library == Libraries.OURS || library.isStock()));
    }
    if (extent.documents.contains(Document.PARSE_5_MB)) {
      for (TagPlace tags : TagPlace.values()) {
        for (Body body : Body.values()) {
          turns.measure(
              3,
              plan.warmup(),
              Stream.of(Document.PARSE_500_KB, Document.PARSE_5_MB)
                  .map(document -> new Case("decode", Libraries.OURS, document, tags, body))
                  .map(Contestant::name)
                  .toList());
        }
      }
    }
    turns.measure(3, plan.callWarmup(), List.of("ourBytes", "plainBytes"));
    turns.measure(3, plan.callWarmup(), List.of("ourJson", "plainJson"));
    return turns;
  }

  /** Those that can read the document. */
  private static List<String> decoding(
      JmhRuns runs, Document document, Predicate<Libraries> libraries) {
    return runs.json().keySet().stream()
        .filter(one -> one.equals(Case.of("decode", one.library(), document)))
        .filter(one -> libraries.test(one.library()))
        .map(Contestant::name)
        .toList();
  }

  private static <T> T step(String name, Supplier<T> step) {
    System.out.println("Measuring " + name);
    long start = System.nanoTime();
    T result = step.get();
    System.out.printf(
        "Measured %s in %d seconds%n", name, (System.nanoTime() - start) / 1_000_000_000);
    return result;
  }
}
