package io.github.extendclient.benchmarks.report;

import static io.github.extendclient.benchmarks.jmh.Case.DECODE;
import static io.github.extendclient.benchmarks.jmh.Case.ENCODE;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.Score;
import io.github.extendclient.benchmarks.machine.Sample;
import io.github.extendclient.benchmarks.process.ColdStart;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The first five sentences of the page. */
final class Summary {
  private final Results results;

  private Summary(Results results) {
    this.results = results;
  }

  static String of(Results results, List<Target> targets) {
    Summary summary = new Summary(results);
    return String.join(
            "\n",
            summary.decoding(),
            summary.encoding(),
            summary.call(),
            summary.start(),
            verdict(targets))
        + "\n";
  }

  private String decoding() {
    Case ours = Case.of(DECODE, Libraries.OURS, Document.PARSE_500_KB);
    Case jackson = Case.of(DECODE, Libraries.JACKSON_PLAIN, Document.PARSE_500_KB);
    Case avaje = Case.of(DECODE, Libraries.AVAJE_PLAIN, Document.PARSE_500_KB);
    return "A parse run of 500 KB is decoded in "
        + millis(results.scores().score(ours))
        + ": "
        + times(results.timeRatio(ours, jackson))
        + " the time and "
        + times(results.bytesRatio(ours, jackson))
        + " the memory of Jackson on plain classes, and "
        + times(results.timeRatio(ours, avaje))
        + " the time and "
        + times(results.bytesRatio(ours, avaje))
        + " the memory of code that avaje-jsonb generates for the same plain classes.";
  }

  private String encoding() {
    Case ours = Case.of(ENCODE, Libraries.OURS, Document.PARSE_500_KB);
    Case jackson = Case.of(ENCODE, Libraries.JACKSON_PLAIN, Document.PARSE_500_KB);
    return "It is encoded in "
        + millis(results.scores().score(ours))
        + ", "
        + times(results.timeRatio(ours, jackson))
        + " the time of Jackson on plain classes.";
  }

  private String call() {
    return "Beyond the network, a small call takes "
        + results
            .scores()
            .call("ourJson")
            .map(
                score ->
                    Numbers.of(score.micros().median())
                        + " µs and allocates "
                        + Numbers.of(score.bytes())
                        + " bytes")
            .orElse("(not measured)")
        + ": "
        + times(results.callTimeRatio("ourJson", "plainJson"))
        + " the time of Retrofit with hand-written adapters.";
  }

  private String start() {
    return "The first response over https arrives "
        + after(ColdStart.Kind.HTTPS)
        + " after the start of the process, "
        + times(ratio(ColdStart.Kind.HTTPS))
        + " the time of OkHttp alone; with a class data archive it arrives after "
        + after(ColdStart.Kind.HTTPS_ARCHIVE)
        + ", "
        + times(ratio(ColdStart.Kind.HTTPS_ARCHIVE))
        + " that time.";
  }

  private static String verdict(List<Target> targets) {
    long missed = targets.stream().filter(target -> !target.isMet()).count();
    String met = targets.size() - missed + " of " + targets.size() + " targets are met";
    return missed == 0 ? met + "." : met + "; the table marks the " + missed + " that are missed.";
  }

  private String after(ColdStart.Kind kind) {
    return results
        .start()
        .map(start -> Objects.requireNonNull(start.ours().get(kind)))
        .map(Sample::median)
        .map(millis -> Numbers.of(millis) + " ms")
        .orElse("(not measured)");
  }

  private Optional<Double> ratio(ColdStart.Kind kind) {
    return results.start().map(start -> start.ratio(kind, ColdStart.Kind.HTTPS));
  }

  private static String millis(Optional<Score> score) {
    return score
        .map(measured -> Numbers.of(measured.micros().median() / 1e3) + " ms")
        .orElse("(not measured)");
  }

  private static String times(Optional<Double> ratio) {
    return ratio.map(Numbers::times).orElse("(not measured)");
  }
}
