package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.Score;
import io.github.extendclient.benchmarks.jmh.Scores;
import io.github.extendclient.benchmarks.machine.Sample;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.ConnectionCheck;
import io.github.extendclient.benchmarks.process.LargeUpload;
import io.github.extendclient.benchmarks.process.ManyCalls;
import io.github.extendclient.benchmarks.process.ManyPolls;
import io.github.extendclient.benchmarks.process.SmallestHeap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sample results, for tests to change. */
final class SampleResults {
  final FixedScores scores = new FixedScores();
  Part<ColdStart.Result> start =
      part(
          new ColdStart.Result(
              Map.of(
                  ColdStart.Kind.WITHOUT_TLS, times(300),
                  ColdStart.Kind.HTTPS, times(600),
                  ColdStart.Kind.HTTPS_ARCHIVE, times(420)),
              Map.of(
                  ColdStart.Kind.WITHOUT_TLS, times(200),
                  ColdStart.Kind.HTTPS, times(500),
                  ColdStart.Kind.HTTPS_ARCHIVE, times(350)),
              2400,
              250,
              1900));
  Part<ConnectionCheck.Result> check =
      part(new ConnectionCheck.Result(times(1400), times(200), times(210), times(200)));
  Part<SmallestHeap.Result> heap = part(new SmallestHeap.Result(19, 18));

  /** A part that was measured. */
  static <T> Part<T> part(T value) {
    return new Part<>(value, null);
  }

  static Sample times(double median) {
    return Sample.of(List.of(median - 10, median, median + 10));
  }

  Results build() {
    BulkDeletion.Measurement deletion =
        new BulkDeletion.Measurement(100_000, 65, times(1500), times(1400), 6.5);
    return new Results(
        "2 × processor, Linux",
        0.012,
        scores,
        start,
        heap,
        part(List.of(new ManyCalls.Result(1000, 64, 3.52, 70))),
        check,
        part(List.of(new ManyPolls.Result(10_000, 1000, 2400, 90))),
        part(new BulkDeletion.Result(deletion, deletion, deletion, deletion)),
        part(new LargeUpload.Result(1_000_000_000, times(200), times(210), 5.5)));
  }

  /** Scores that a test gives. */
  static final class FixedScores implements Scores {
    private final Map<Case, Score> json = new LinkedHashMap<>();
    private final Map<String, Score> calls = new LinkedHashMap<>();
    private final Map<Case, String> refusals = new LinkedHashMap<>();

    FixedScores decode(Libraries library, Document document, double micros, double bytes) {
      json.put(Case.of(Case.DECODE, library, document), new Score(times(micros), bytes));
      return this;
    }

    FixedScores encode(Libraries library, Document document, double micros) {
      json.put(Case.of(Case.ENCODE, library, document), new Score(times(micros), 1000));
      return this;
    }

    FixedScores call(String name, double micros, double bytes) {
      calls.put(name, new Score(Sample.of(List.of(micros)), bytes));
      return this;
    }

    FixedScores refused(Libraries library, Document document, String words) {
      refusals.put(Case.of(Case.DECODE, library, document), words);
      return this;
    }

    @Override
    public Optional<Score> score(Case one) {
      return Optional.ofNullable(json.get(one));
    }

    @Override
    public Optional<Score> call(String name) {
      return Optional.ofNullable(calls.get(name));
    }

    @Override
    public Map<Case, String> refusals() {
      return refusals;
    }

    @Override
    public Optional<Iterations> iterations(Case one) {
      return score(one).map(score -> new Iterations(List.of(9000.0, 2100.0), List.of(2000.0)));
    }

    @Override
    public List<String> failures() {
      return List.of();
    }
  }
}
