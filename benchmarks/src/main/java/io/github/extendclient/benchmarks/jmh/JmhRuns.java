package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.DocumentFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of JMH, each in its own JVMs. Benchmarks that are compared run in turns, one
 * JVM of each, so that a slow minute of the machine affects all alike.
 */
public final class JmhRuns implements Scores {
  // Memory that is touched for the first time is slow, most of all on virtual machines.
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

  private final Plan plan;
  private final DocumentFiles files;
  private final Cases cases = new Cases();
  private final Map<Case, List<BenchmarkResult>> json = new LinkedHashMap<>();
  private final Map<String, List<BenchmarkResult>> calls = new LinkedHashMap<>();
  private final Map<Case, Progress> firstForks = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * How long is measured.
   *
   * @param rounds JVMs of what is compared closely, and of calls
   * @param warmups iterations before those that count
   * @param warmup the time of one of them
   * @param iterations that count
   * @param iteration the time of one of them
   */
  public record Plan(
      int rounds, int warmups, Duration warmup, int iterations, Duration iteration) {}

  /** A run by a plan, with documents from these files. */
  public JmhRuns(Plan plan, DocumentFiles files) {
    this.plan = plan;
    this.files = files;
  }

  @Override
  public Optional<Score> score(Case one) {
    return Optional.ofNullable(json.get(one)).map(Score::of);
  }

  @Override
  public Optional<Score> call(String name) {
    return Optional.ofNullable(calls.get(name)).map(Score::of);
  }

  @Override
  public Map<Case, String> refusals() {
    return cases.refusals();
  }

  @Override
  public List<String> failures() {
    return failures;
  }

  @Override
  public Optional<Iterations> iterations(Case one) {
    return Optional.ofNullable(firstForks.get(one))
        .map(progress -> new Iterations(progress.warmup(), progress.measured()));
  }

  /** Decodes and encodes documents with all libraries that can, and with ours in all ways. */
  public void json(List<Document> documents) {
    for (Document document : documents) {
      Set<Case> all = cases.of(document);
      for (int round = 0; round < plan.rounds; round++) {
        for (Case one : all) {
          if (round == 0 || (one.library().isClose() && one.isUsual())) {
            measure(one);
          }
        }
      }
    }
  }

  /** Whole calls without a network. */
  public void calls() {
    for (int round = 0; round < plan.rounds; round++) {
      for (String name : CallBenchmark.NAMES) {
        run(name, options(CallBenchmark.class, name), new Progress())
            .ifPresent(fork -> calls.computeIfAbsent(name, key -> new ArrayList<>()).add(fork));
      }
    }
  }

  private void measure(Case one) {
    ChainedOptionsBuilder options =
        options(JsonBenchmark.class, one.direction())
            .jvmArgsAppend(files.jvmArgument())
            .param("library", one.library().name())
            .param("document", one.document().name())
            .param("tags", one.tags().name())
            .param("body", one.body().name());
    Progress progress = new Progress();
    run(one.toString(), options, progress)
        .ifPresent(
            fork -> {
              json.computeIfAbsent(one, key -> new ArrayList<>()).add(fork);
              firstForks.putIfAbsent(one, progress);
            });
  }

  private ChainedOptionsBuilder options(Class<?> benchmark, String method) {
    return new OptionsBuilder()
        .include(benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
        .forks(1)
        .jvmArgs(HEAP.toArray(String[]::new))
        .warmupIterations(plan.warmups)
        .warmupTime(TimeValue.milliseconds(plan.warmup.toMillis()))
        .measurementIterations(plan.iterations)
        .measurementTime(TimeValue.milliseconds(plan.iteration.toMillis()))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true);
  }

  /** One JVM; empty if it failed, which ends nothing else. */
  private Optional<BenchmarkResult> run(
      String name, ChainedOptionsBuilder options, Progress progress) {
    try {
      BenchmarkResult fork =
          new Runner(options.build(), progress).runSingle().getBenchmarkResults().iterator().next();
      System.out.println(progress.line(name));
      return Optional.of(fork);
    } catch (RunnerException | RuntimeException e) {
      System.out.println(name + " failed: " + e + "\n" + progress.output());
      failures.add(name + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
