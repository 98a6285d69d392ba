package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.jmh.Body;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.JmhRuns;
import io.github.extendclient.benchmarks.jmh.Score;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was aimed at beside what was measured. */
final class Targets {
  private final Results results;
  private final Table table = new Table("Target", "At most", "Measured", "");

  private Targets(Results results) {
    this.results = results;
  }

  static String of(Results results) {
    Targets targets = new Targets(results);
    targets.decoding();
    targets.calls();
    targets.processes();
    return targets.table.toString();
  }

  private void decoding() {
    for (Document document : JmhRuns.parseRuns()) {
      ratio("Decode " + Names.of(document) + " / `skipValue`", 2.1, document, Libraries.SKIP_VALUE);
    }
    for (Document document : JmhRuns.parseRuns()) {
      ratio(
          "Decode " + Names.of(document) + " / Jackson on plain classes",
          1.35,
          document,
          Libraries.JACKSON_PLAIN);
    }
    results
        .jmh()
        .json()
        .forEach(
            (measured, score) -> {
              if (measured.direction().equals("decode") && measured.library().isStock()) {
                ratio(
                    "Decode "
                        + Names.of(measured.document())
                        + " / "
                        + Names.of(measured.library()),
                    1,
                    measured.document(),
                    measured.library());
              }
            });
    for (TagPlace tags : TagPlace.values()) {
      for (Body body : Body.values()) {
        growth(tags, body);
      }
    }
    for (Document document : JmhRuns.parseRuns()) {
      Score score = score(Libraries.OURS, document);
      if (score != null) {
        limit(
            "Bytes allocated for each byte of " + Names.of(document),
            6,
            score.bytes() / document.bytes(TagPlace.FIRST).length,
            "");
      }
    }
  }

  private void growth(TagPlace tags, Body body) {
    Case small = new Case("decode", Libraries.OURS, Document.PARSE_500_KB, tags, body);
    Case large = new Case("decode", Libraries.OURS, Document.PARSE_5_MB, tags, body);
    if (results.jmh().json().containsKey(large)) {
      String name = "Decode 5 MB / 500 KB, " + Names.of(tags) + ", " + Names.of(body);
      limit(name, 11, results.ratio(large, small), " ×");
    }
  }

  private void calls() {
    call("Call without JSON / plain Retrofit", 1.5, "ourBytes", "plainBytes");
    call("Call with small JSON / Retrofit with hand-written adapters", 1.3, "ourJson", "plainJson");
  }

  private void call(String name, double limit, String ours, String plain) {
    limit(name + ", time", limit, results.turns().ratio(ours, plain).orElseThrow(), " ×");
    Map<String, Score> calls = results.jmh().calls();
    double bytes = calls.get(ours).bytes() / calls.get(plain).bytes();
    limit(name + ", bytes allocated", limit, bytes, " ×");
  }

  private void processes() {
    limit(
        "Cold start / OkHttp alone",
        1.35,
        results.start().ours().median() / results.start().drained().median(),
        " ×");
    BulkDeletion.Sweep delayed = results.deletion().delayed();
    double allowed = BulkDeletion.CONCURRENCY / 0.020;
    at(
        "Bulk deletion at 20 ms, share of what the concurrency allows",
        0.9,
        delayed.rate().median() / allowed);
    at(
        "Bulk deletion at 20 ms, share of what OkHttp alone reaches",
        0.9,
        delayed.rate().median() / results.deletion().rawDelayed().rate().median());
    table.row("Bulk deletion with a heap of 64 MB", "", delayed.ids() + " IDs", "met");
    table.row(
        "Upload with a heap of 64 MB", "", results.upload().bytes() / 1_000_000 + " MB", "met");
  }

  private void ratio(String name, double limit, Document document, Libraries other) {
    Case theirs = Case.of("decode", other, document);
    if (results.jmh().json().containsKey(theirs)) {
      Case ours = Case.of("decode", Libraries.OURS, document);
      limit(name, limit, results.ratio(ours, theirs), " ×");
    }
  }

  private @Nullable Score score(Libraries library, Document document) {
    return results.jmh().json().get(Case.of("decode", library, document));
  }

  private void limit(String name, double limit, double measured, String unit) {
    row(name, Numbers.of(limit) + unit, Numbers.of(measured) + unit, measured <= limit);
  }

  private void at(String name, double least, double measured) {
    row(name, "at least " + Numbers.of(least), Numbers.of(measured), measured >= least);
  }

  private void row(String name, String limit, String measured, boolean met) {
    table.row(name, limit, measured, met ? "met" : "**missed**");
  }
}
