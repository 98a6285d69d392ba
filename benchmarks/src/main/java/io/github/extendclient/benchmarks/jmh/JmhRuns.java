package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.codec.Codec;
import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String[] HEAP = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"};

  private final int warmups;
  private final int iterations;
  private final TimeValue time;
  private final Map<Case, Score> json = new LinkedHashMap<>();
  private final Map<Case, String> refusals = new LinkedHashMap<>();
  private final Map<String, Score> calls = new TreeMap<>();

  /** How long each benchmark is measured. */
  public JmhRuns(int warmups, int iterations, long millis) {
    this.warmups = warmups;
    this.iterations = iterations;
    this.time = TimeValue.milliseconds(millis);
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

  /** Decodes and encodes some documents with all libraries that can. */
  public void compare(List<Document> documents) {
    for (Document document : documents) {
      List<Libraries> able = able(document);
      measure("decode", able, document, TagPlace.FIRST, Body.BUFFERED);
      able.remove(Libraries.SKIP_VALUE);
      measure("encode", able, document, TagPlace.FIRST, Body.BUFFERED);
    }
  }

  /** Decodes with our adapters in the less usual ways. */
  public void vary(List<Document> documents) {
    List<Libraries> ours = List.of(Libraries.OURS);
    for (Document document : documents) {
      measure("decode", ours, document, TagPlace.FIRST, Body.STREAMED);
      measure("decode", ours, document, TagPlace.LAST, Body.BUFFERED);
      measure("decode", ours, document, TagPlace.LAST, Body.STREAMED);
    }
  }

  /** Whole calls without a network. */
  public void call() {
    for (RunResult result : run(options(CallBenchmark.class, ".*"))) {
      String name = result.getParams().getBenchmark();
      calls.put(name.substring(name.lastIndexOf('.') + 1), Score.of(result));
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

  private void measure(
      String direction, List<Libraries> libraries, Document document, TagPlace tags, Body body) {
    ChainedOptionsBuilder options =
        options(JsonBenchmark.class, direction)
            .param("library", libraries.stream().map(Enum::name).toArray(String[]::new))
            .param("document", document.name())
            .param("tags", tags.name())
            .param("body", body.name());
    for (RunResult result : run(options)) {
      Libraries library = Libraries.valueOf(result.getParams().getParam("library"));
      json.put(new Case(direction, library, document, tags, body), Score.of(result));
    }
    System.out.println("Measured: " + direction + " " + document + " " + tags + " " + body);
  }

  private ChainedOptionsBuilder options(Class<?> benchmark, String method) {
    return new OptionsBuilder()
        .include(benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
        .forks(1)
        .jvmArgs(HEAP)
        .warmupIterations(warmups)
        .warmupTime(time)
        .measurementIterations(iterations)
        .measurementTime(time)
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

  /** Documents of which our adapters are measured in all ways. */
  public static List<Document> parseRuns() {
    return Arrays.stream(Document.values()).filter(d -> d.name().startsWith("PARSE")).toList();
  }
}
