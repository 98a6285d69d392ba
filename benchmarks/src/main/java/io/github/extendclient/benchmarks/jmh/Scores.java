package io.github.extendclient.benchmarks.jmh;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What JMH has measured. Each benchmark has one score, from which all ratios come too. */
public interface Scores {
  /**
   * The iterations of one benchmark in its first JVM.
   *
   * @param warmup microseconds of one operation, before what counts
   * @param measured microseconds of one operation
   */
  record Iterations(List<Double> warmup, List<Double> measured) {}

  /** Of decoding or encoding, if it was measured. */
  Optional<Score> score(Case one);

  /** Of whole calls by the name of the benchmark, if it was measured. */
  Optional<Score> call(String name);

  /** What could not be measured, because the library cannot read the document: its words. */
  Map<Case, String> refusals();

  /** The iterations in the first JVM of a case. */
  Optional<Iterations> iterations(Case one);

  /** Benchmarks that failed, with the reason. */
  List<String> failures();
}
