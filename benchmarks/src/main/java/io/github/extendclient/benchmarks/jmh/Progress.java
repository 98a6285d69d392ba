package io.github.extendclient.benchmarks.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Collects the score of each iteration, including the warm-up, which shows whether the code was
 * compiled when the measurement started. Prints only what JMH reports as errors.
 */
final class Progress implements OutputFormat {
  private final List<Double> warmup = new ArrayList<>();
  private final List<Double> measured = new ArrayList<>();
  private final StringBuilder output = new StringBuilder();

  /** Microseconds of one operation in each iteration of the warm-up. */
  List<Double> warmup() {
    return warmup;
  }

  /** Microseconds of one operation in each iteration that counts. */
  List<Double> measured() {
    return measured;
  }

  /** The output of JMH and the JVM. */
  String output() {
    return output.toString();
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    List<Double> scores = params.getType() == IterationType.WARMUP ? warmup : measured;
    scores.add(data.getPrimaryResult().getScore());
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> result) {}

  @Override
  public void print(String text) {
    output.append(text);
  }

  @Override
  public void println(String line) {
    output.append(line).append('\n');
  }

  @Override
  public void verbosePrintln(String line) {}

  @Override
  public void write(int b) {
    output.append((char) b);
  }

  @Override
  public void write(byte[] bytes) {
    output.append(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** A line with the name and all scores. */
  String line(String name) {
    return name + ": warm-up " + texts(warmup) + "; measured " + texts(measured);
  }

  private static String texts(List<Double> scores) {
    List<String> texts = new ArrayList<>();
    for (Double score : scores) {
      texts.add(String.format(Locale.ROOT, "%.1f", Objects.requireNonNull(score)));
    }
    return String.join(" ", texts) + " µs";
  }
}
