package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.codec.Codec;
import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.DocumentFiles;
import io.github.extendclient.benchmarks.document.TagPlace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okio.Buffer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** All that JMH measures, each benchmark in a JVM of its own. */
public final class JmhRuns {
  // Memory that is touched for the first time is slow, most of all on virtual machines.
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

  private final Plan plan;
  private final DocumentFiles files;
  private final Map<Case, Score> json = new LinkedHashMap<>();
  private final Map<Case, String> refusals = new LinkedHashMap<>();
  private final Map<String, Score> calls = new TreeMap<>();

  /**
   * How long is measured.
   *
   * @param warmup before each measurement of JSON
   * @param callWarmup before each measurement of calls, whose code takes long to compile
   * @param iterations of each measurement
   * @param iteration the time of one
   */
  public record Plan(Duration warmup, Duration callWarmup, int iterations, Duration iteration) {}

  /** A run by a plan, with documents from these files. */
  public JmhRuns(Plan plan, DocumentFiles files) {
    this.plan = plan;
    this.files = files;
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
    cases.forEach(this::measure);
  }

  /** Whole calls without a network. */
  public void call() {
    for (RunResult result : run(options(CallBenchmark.class, ".*", plan.callWarmup))) {
      String name = result.getParams().getBenchmark();
      calls.put(name.substring(name.lastIndexOf('.') + 1), new Score(result));
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

  private void measure(Case one) {
    ChainedOptionsBuilder options =
        options(JsonBenchmark.class, one.direction(), plan.warmup)
            .jvmArgsAppend(files.jvmArgument())
            .param("library", one.library().name())
            .param("document", one.document().name())
            .param("tags", one.tags().name())
            .param("body", one.body().name());
    run(options).forEach(result -> json.put(one, new Score(result)));
  }

  private ChainedOptionsBuilder options(Class<?> benchmark, String method, Duration warmup) {
    return new OptionsBuilder()
        .include(benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
        .forks(1)
        .jvmArgs(HEAP.toArray(String[]::new))
        .warmupIterations(1)
        .warmupTime(TimeValue.milliseconds(warmup.toMillis()))
        .measurementIterations(plan.iterations)
        .measurementTime(TimeValue.milliseconds(plan.iteration.toMillis()))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static Iterable<RunResult> run(ChainedOptionsBuilder options) {
    try {
      return new Runner(options.build()).run();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not run the benchmarks.", e);
    }
  }

  /** Flags of the JVMs in which something is measured. */
  public static List<String> heap() {
    return HEAP;
  }

  /** Documents of which our adapters are measured in all ways. */
  public static List<Document> parseRuns() {
    return Arrays.stream(Document.values()).filter(d -> d.name().startsWith("PARSE")).toList();
  }
}
