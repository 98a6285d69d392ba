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
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.LargeUpload;
import io.github.extendclient.benchmarks.process.ManyPolls;
import io.github.extendclient.benchmarks.process.SpecGrowth;
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
  private static final String QUICK =
      "\nThis was a quick run: it shows that the benchmarks work, and its numbers mean nothing.\n";

  private static final Set<Libraries> COMPARED_CLOSELY =
      EnumSet.of(Libraries.OURS, Libraries.SKIP_VALUE, Libraries.JACKSON_PLAIN);

  private Benchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of this module, then {@code full}; or {@code scale} for the growth
   *     of the specification, which {@code full} shows as it was measured last; or {@code quick} to
   *     see only that all runs, whose result goes to {@code target/}
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    Path scale = module.resolve("scale.md");
    long start = System.nanoTime();
    Path page;
    switch (arguments[1]) {
      case "full" -> {
        String growth = Files.exists(scale) ? "\n" + Files.readString(scale) : "";
        page = Files.writeString(module.resolve("results.md"), ResultsPage.of(full()) + growth);
      }
      case "scale" -> page = Files.writeString(scale, growth(module, 1, 3, 10));
      case "quick" ->
          page =
              Files.writeString(
                  module.resolve("target/results.md"),
                  ResultsPage.of(quick()) + "\n" + growth(module, 1) + QUICK);
      default ->
          throw new IllegalArgumentException(
              "There is no mode \"" + arguments[1] + "\": use full, scale or quick.");
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

  private static Results full() throws IOException {
    JmhRuns.Plan jmh =
        new JmhRuns.Plan(Duration.ofSeconds(1), Duration.ofSeconds(5), 3, Duration.ofMillis(200));
    InTurns.Plan turns =
        new InTurns.Plan(
            Duration.ofMillis(1500), Duration.ofSeconds(4), 10, Duration.ofMillis(100));
    Calm calm = new Calm(Duration.ofSeconds(20));
    List<Document> documents = Arrays.asList(Document.values());
    try (DocumentFiles files = new DocumentFiles(documents)) {
      JmhRuns runs = step("JMH", () -> jmh(jmh, files, documents));
      return new Results(
          calm,
          runs,
          step("what is compared in turns", () -> inTurns(turns, files, documents, runs)),
          step("cold start", () -> ColdStart.measure(11, calm)),
          step("bulk deletion", () -> BulkDeletion.measure(100_000, 10_000)),
          step("upload", () -> LargeUpload.measure(1_000_000_000, 3)),
          step("polling", () -> ManyPolls.measure(10_000, 20, 10)));
    }
  }

  private static Results quick() throws IOException {
    Duration brief = Duration.ofMillis(50);
    JmhRuns.Plan jmh = new JmhRuns.Plan(brief, brief, 1, brief);
    InTurns.Plan turns = new InTurns.Plan(brief, brief, 1, brief);
    Calm calm = new Calm(Duration.ZERO);
    List<Document> documents = List.of(Document.PARSE_20_KB);
    try (DocumentFiles files = new DocumentFiles(documents)) {
      JmhRuns runs = step("JMH", () -> jmh(jmh, files, documents));
      return new Results(
          calm,
          runs,
          step("what is compared in turns", () -> inTurns(turns, files, documents, runs)),
          step("cold start", () -> ColdStart.measure(1, calm)),
          step("bulk deletion", () -> BulkDeletion.measure(500, 500)),
          step("upload", () -> LargeUpload.measure(10_000_000, 1)),
          step("polling", () -> ManyPolls.measure(200, 3, 1)));
    }
  }

  private static JmhRuns jmh(JmhRuns.Plan plan, DocumentFiles files, List<Document> documents) {
    JmhRuns runs = new JmhRuns(plan, files);
    runs.json(documents);
    runs.call();
    return runs;
  }

  private static InTurns inTurns(
      InTurns.Plan plan, DocumentFiles files, List<Document> documents, JmhRuns runs) {
    InTurns turns = new InTurns(plan, files);
    for (Document document : documents) {
      if (JmhRuns.parseRuns().contains(document)) {
        turns.measure(3, plan.warmup(), decoding(runs, document, COMPARED_CLOSELY::contains));
      }
      turns.measure(
          1,
          plan.warmup(),
          decoding(runs, document, library -> library == Libraries.OURS || library.isStock()));
    }
    if (documents.contains(Document.PARSE_5_MB)) {
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
