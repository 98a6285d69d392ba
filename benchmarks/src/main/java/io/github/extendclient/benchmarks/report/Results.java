package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.Score;
import io.github.extendclient.benchmarks.jmh.Scores;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.ConnectionCheck;
import io.github.extendclient.benchmarks.process.LargeUpload;
import io.github.extendclient.benchmarks.process.ManyCalls;
import io.github.extendclient.benchmarks.process.ManyPolls;
import io.github.extendclient.benchmarks.process.SmallestHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The results of one run.
 *
 * @param machine what it ran on, and when
 * @param stolen the share of the processors' time that the host took
 * @param scores decoding, encoding and calls
 * @param start from the start of a process
 * @param heap the smallest heap for a large document
 * @param calls many asynchronous calls
 * @param check creates with and without the connection check
 * @param polls many runs that are waited for
 * @param deletion many IDs
 * @param upload one large file
 */
public record Results(
    String machine,
    double stolen,
    Scores scores,
    Part<ColdStart.Result> start,
    Part<SmallestHeap.Result> heap,
    Part<List<ManyCalls.Result>> calls,
    Part<ConnectionCheck.Result> check,
    Part<List<ManyPolls.Result>> polls,
    Part<BulkDeletion.Result> deletion,
    Part<LargeUpload.Result> upload) {
  /** Returns the parts that failed, with the reasons. */
  public List<String> failures() {
    List<String> failures = new ArrayList<>(scores.failures());
    Stream.of(start, heap, calls, check, polls, deletion, upload)
        .map(Part::failure)
        .filter(failure -> failure != null)
        .forEach(failures::add);
    return failures;
  }

  /** Returns the ratio of the times of two cases, by the medians that the tables show. */
  Optional<Double> timeRatio(Case one, Case other) {
    return ratio(scores.score(one), scores.score(other), score -> score.micros().median());
  }

  /** Returns the ratio of the allocated bytes of two cases. */
  Optional<Double> bytesRatio(Case one, Case other) {
    return ratio(scores.score(one), scores.score(other), Score::bytes);
  }

  /** Returns the ratio of the times of two calls. */
  Optional<Double> callTimeRatio(String one, String other) {
    return ratio(scores.call(one), scores.call(other), score -> score.micros().median());
  }

  /** Returns the ratio of the allocated bytes of two calls. */
  Optional<Double> callBytesRatio(String one, String other) {
    return ratio(scores.call(one), scores.call(other), Score::bytes);
  }

  private static Optional<Double> ratio(
      Optional<Score> one, Optional<Score> other, ToDoubleFunction<Score> number) {
    return one.flatMap(
        score -> other.map(against -> number.applyAsDouble(score) / number.applyAsDouble(against)));
  }
}
