package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.codec.Codec;
import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.machine.Calm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * All that JMH measures, each benchmark in a JVM of its own. What is compared most closely is
 * measured in several turns: a JVM does not compile the same code in the same way each time, and a
 * machine is not equally fast all the time.
 */
public final class JmhRuns {
  // Memory that is touched for the first time is slow, most of all on virtual machines.
  private static final String[] HEAP = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"};

  private static final List<String> CALLS =
      Arrays.stream(CallBenchmark.class.getMethods())
          .filter(method -> method.isAnnotationPresent(Benchmark.class))
          .map(Method::getName)
          .sorted()
          .toList();

  private static final Set<Libraries> COMPARED_CLOSELY =
      EnumSet.of(Libraries.OURS, Libraries.SKIP_VALUE, Libraries.JACKSON_PLAIN);

  private final Plan plan;
  private final Calm calm;
  private final Map<Case, Score> json = new LinkedHashMap<>();
  private final Map<Case, String> refusals = new LinkedHashMap<>();
  private final Map<String, Score> calls = new TreeMap<>();

  /**
   * How long is measured.
   *
   * @param turns of calls, and of what is compared most closely
   * @param warmup before each measurement of JSON
   * @param callWarmup before each measurement of calls, whose code takes long to compile
   * @param iterations of each measurement
   * @param iteration the time of one
   */
  public record Plan(
      int turns, Duration warmup, Duration callWarmup, int iterations, Duration iteration) {}

  /** A run by a plan. */
  public JmhRuns(Plan plan, Calm calm) {
    this.plan = plan;
    this.calm = calm;
  }

  /** Times of decoding and encoding. */
  public Map<Case, Score> json() {
    return json;
  }

  /** What could not be measured, because the library cannot read the document: its words. */
  public Map<Case, String> refusals() {
    return refusals;
  }

  /** Times of whole calls by the name of the benchmark. */
  public Map<String, Score> calls() {
    return calls;
  }

  /** Decodes and encodes documents with all libraries that can, and with ours in all ways. */
  public void json(List<Document> documents) {
    Set<Case> cases = new LinkedHashSet<>();
    documents.forEach(document -> cases.addAll(casesOf(document)));
    try (DocumentFiles files = new DocumentFiles(documents)) {
      for (int turn = 1; turn <= plan.turns; turn++) {
        for (Case one : cases) {
          if (turn == 1 || isComparedClosely(one)) {
            measure(one, files);
          }
        }
        System.out.println("JSON: turn " + turn + " of " + plan.turns + " is done");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The documents could not be kept.", e);
    }
  }

  /** Whole calls without a network. */
  public void call() {
    for (int turn = 1; turn <= plan.turns; turn++) {
      for (String call : CALLS) {
        calls
            .computeIfAbsent(call, unused -> new Score())
            .add(run(options(CallBenchmark.class, call, plan.callWarmup)));
      }
      System.out.println("Calls: turn " + turn + " of " + plan.turns + " is done");
    }
  }

  private List<Libraries> able(Document document) {
    List<Libraries> able = new ArrayList<>();
    for (Libraries library : Libraries.values()) {
      if (!library.knows(document)) {
        continue;
      }
      try {
        Codec codec = library.codecFor(document);
        codec.decode(new Buffer().write(document.bytes(TagPlace.FIRST)));
        able.add(library);
      } catch (IOException | RuntimeException e) {
        refusals.put(Case.of("decode", library, document), String.valueOf(e.getMessage()));
      }
    }
    return able;
  }

  private Set<Case> casesOf(Document document) {
    Set<Case> cases = new LinkedHashSet<>();
    List<Libraries> able = able(document);
    able.forEach(library -> cases.add(Case.of("decode", library, document)));
    if (parseRuns().contains(document)) {
      for (TagPlace tags : TagPlace.values()) {
        for (Body body : Body.values()) {
          cases.add(new Case("decode", Libraries.OURS, document, tags, body));
        }
      }
    }
    able.remove(Libraries.SKIP_VALUE);
    able.forEach(library -> cases.add(Case.of("encode", library, document)));
    return cases;
  }

  private static boolean isComparedClosely(Case one) {
    return one.direction().equals("decode")
        && parseRuns().contains(one.document())
        && COMPARED_CLOSELY.contains(one.library());
  }

  private void measure(Case one, DocumentFiles files) {
    ChainedOptionsBuilder options =
        options(JsonBenchmark.class, one.direction(), plan.warmup)
            .jvmArgsAppend(files.jvmArgument())
            .param("library", one.library().name())
            .param("document", one.document().name())
            .param("tags", one.tags().name())
            .param("body", one.body().name());
    json.computeIfAbsent(one, unused -> new Score()).add(run(options));
  }

  private ChainedOptionsBuilder options(Class<?> benchmark, String method, Duration warmup) {
    return new OptionsBuilder()
        .include(benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
        .forks(1)
        .jvmArgs(HEAP)
        .warmupIterations(1)
        .warmupTime(TimeValue.milliseconds(warmup.toMillis()))
        .measurementIterations(plan.iterations)
        .measurementTime(TimeValue.milliseconds(plan.iteration.toMillis()))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private RunResult run(ChainedOptionsBuilder options) {
    return calm.measure(
        () -> {
          try {
            return new Runner(options.build()).runSingle();
          } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run the benchmarks.", e);
          }
        });
  }

  /** Documents of which our adapters are measured in all ways. */
  public static List<Document> parseRuns() {
    return Arrays.stream(Document.values()).filter(d -> d.name().startsWith("PARSE")).toList();
  }
}
