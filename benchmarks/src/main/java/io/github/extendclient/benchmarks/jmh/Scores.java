package io.github.extendclient.benchmarks.jmh;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scores of JMH. Each benchmark has one score; all ratios are computed from these. */
public interface Scores {
  /**
   * The iterations of one benchmark in its first JVM.
   *
   * @param warmup microseconds of one operation, before what counts
   * @param measured microseconds of one operation
   */
  record Iterations(List<Double> warmup, List<Double> measured) {}

  /** Returns the score of decoding or encoding, if it was measured. */
  Optional<Score> score(Case one);

  /** Returns the score of whole calls by the name of the benchmark, if it was measured. */
  Optional<Score> call(String name);

  /**
   * The measurements that failed because the library cannot read the document, with its messages.
   */
  Map<Case, String> refusals();

  /** The iterations in the first JVM of a case. */
  Optional<Iterations> iterations(Case one);

  /** Benchmarks that failed, with the reason. */
  List<String> failures();
}
