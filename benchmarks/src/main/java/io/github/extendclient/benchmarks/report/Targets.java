package io.github.extendclient.benchmarks.report;

import static io.github.extendclient.benchmarks.jmh.Case.DECODE;
import static io.github.extendclient.benchmarks.jmh.Case.ENCODE;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.jmh.Body;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.ColdStart;
import io.github.extendclient.benchmarks.process.ConnectionCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All targets of a run. */
final class Targets {
  private static final String TIMES = " ×";

  private final Results results;
  private final List<Target> targets = new ArrayList<>();

  private Targets(Results results) {
    this.results = results;
  }

  static List<Target> of(Results results) {
    Targets targets = new Targets(results);
    targets.decoding();
    targets.encoding();
    targets.calls();
    targets.processes();
    return targets.targets;
  }

  private void decoding() {
    for (Document document : parseRuns()) {
      decode(document, Libraries.SKIP_VALUE, 2.1);
    }
    for (Document document : parseRuns()) {
      decode(document, Libraries.JACKSON_PLAIN, 1.35);
    }
    decode(Document.EXTRACT_50_KB, Libraries.JACKSON_PLAIN, 1.1);
    for (Document document : Document.values()) {
      Arrays.stream(Libraries.values())
          .filter(Libraries::isStock)
          .filter(stock -> results.scores().score(Case.of(DECODE, stock, document)).isPresent())
          .forEach(stock -> decode(document, stock, 1));
    }
    for (TagPlace tags : TagPlace.values()) {
      for (Body body : Body.values()) {
        growth(tags, body);
      }
    }
    for (Document document : parseRuns()) {
      double size = document.bytes(TagPlace.FIRST).length;
      Case ours = Case.of(DECODE, Libraries.OURS, document);
      atMost(
          "Bytes allocated for each byte of " + Names.of(document),
          6,
          "",
          results.scores().score(ours).map(score -> score.bytes() / size));
    }
  }

  private void decode(Document document, Libraries other, double limit) {
    time(DECODE, "Decode ", document, other, limit);
  }

  private void encoding() {
    time(ENCODE, "Encode ", Document.PARSE_500_KB, Libraries.JACKSON_PLAIN, 1.2);
  }

  private void time(
      String direction, String verb, Document document, Libraries other, double limit) {
    Case ours = Case.of(direction, Libraries.OURS, document);
    Case theirs = Case.of(direction, other, document);
    atMost(
        verb + Names.of(document) + " / " + Names.of(other),
        limit,
        TIMES,
        results.timeRatio(ours, theirs));
  }

  private void growth(TagPlace tags, Body body) {
    Case small = new Case(DECODE, Libraries.OURS, Document.PARSE_500_KB, tags, body);
    Case large = new Case(DECODE, Libraries.OURS, Document.PARSE_5_MB, tags, body);
    String name = "Decode 5 MB / 500 KB, " + Names.of(tags) + ", " + Names.of(body);
    atMost(name, 11, TIMES, results.timeRatio(large, small));
  }

  private void calls() {
    String bytes = "Call without JSON / plain Retrofit";
    atMost(bytes + ", time", 1.5, TIMES, results.callTimeRatio("ourBytes", "plainBytes"));
    atMost(bytes + ", allocation", 1.5, TIMES, results.callBytesRatio("ourBytes", "plainBytes"));
    String json = "Call with small JSON / Retrofit with hand-written adapters";
    atMost(json + ", time", 1.15, TIMES, results.callTimeRatio("ourJson", "plainJson"));
    atMost(json + ", allocation", 1.2, TIMES, results.callBytesRatio("ourJson", "plainJson"));
    atMost(
        json + ", both over a client with `callTimeout`, time",
        1.25,
        TIMES,
        results.callTimeRatio("ourJsonWithCallTimeout", "plainJsonWithCallTimeout"));
    atMost(
        "Connection check before a create over HTTP/1.1",
        1.5,
        " ms",
        results.check().map(ConnectionCheck.Result::createMillis));
    atMost(
        "Read with the connection check of creates / without",
        1.1,
        TIMES,
        results.check().map(ConnectionCheck.Result::readRatio));
  }

  private void processes() {
    atMost("First response over https / OkHttp alone", 1.3, TIMES, start(ColdStart.Kind.HTTPS));
    atMost(
        "First response over https with a class data archive / OkHttp alone without",
        0.8,
        TIMES,
        start(ColdStart.Kind.HTTPS_ARCHIVE));
    atMost(
        "Heap that suffices for a parse run of 5 MB",
        12,
        " MB",
        results.heap().map(heap -> (double) heap.ours()));
    results
        .polls()
        .result()
        .ifPresentOrElse(
            all ->
                all.forEach(
                    polls ->
                        atMost(
                            String.format(
                                "Heap for each of %,d waiting runs with responses of %,d bytes",
                                polls.runs(), polls.responseBytes()),
                            2500,
                            " bytes",
                            Optional.of(polls.bytes()))),
            () -> atMost("Heap for each waiting run", 2500, " bytes", Optional.empty()));
    results
        .calls()
        .result()
        .ifPresentOrElse(
            all ->
                all.forEach(
                    calls ->
                        atMost(
                            String.format(
                                "%,d asynchronous calls, %d at once / what that allows",
                                calls.calls(), calls.concurrency()),
                            1.3,
                            TIMES,
                            Optional.of(calls.ratio()))),
            () -> atMost("Asynchronous calls", 1.3, TIMES, Optional.empty()));
    deletion();
  }

  private Optional<Double> start(ColdStart.Kind kind) {
    return results.start().map(start -> start.ratio(kind, ColdStart.Kind.HTTPS));
  }

  private void deletion() {
    double allowed = BulkDeletion.CONCURRENCY / 0.020;
    atLeast(
        "Bulk deletion at 20 ms, share of what the concurrency allows",
        0.9,
        "",
        results.deletion().map(measured -> measured.delayed().rate().median() / allowed));
    atLeast(
        "Bulk deletion at 20 ms, share of what OkHttp alone reaches",
        0.9,
        "",
        results
            .deletion()
            .map(
                measured ->
                    measured.delayed().rate().median() / measured.rawDelayed().rate().median()));
    atLeast(
        "IDs deleted with a heap of 64 MB",
        100_000,
        "",
        results.deletion().map(measured -> (double) measured.atOnce().ids()));
    atLeast(
        "Upload with a heap of 64 MB",
        1000,
        " MB",
        results.upload().map(upload -> upload.bytes() / 1e6));
  }

  private void atMost(String name, double limit, String unit, Optional<Double> measured) {
    targets.add(Target.atMost(name, limit, unit, measured));
  }

  private void atLeast(String name, double limit, String unit, Optional<Double> measured) {
    targets.add(Target.atLeast(name, limit, unit, measured));
  }

  private static List<Document> parseRuns() {
    return Arrays.stream(Document.values()).filter(Document::isParseRun).toList();
  }
}
