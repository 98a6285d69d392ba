package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.jmh.Body;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.JmhRuns;
import io.github.extendclient.benchmarks.jmh.Score;
import io.github.extendclient.benchmarks.machine.Machine;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results as a page in Markdown. */
public final class ResultsPage {
  private static final int SHOWN_OF_A_REFUSAL = 160;

  private final Results results;
  private final StringBuilder page = new StringBuilder();

  private ResultsPage(Results results) {
    this.results = results;
  }

  /** The whole page. */
  public static String of(Results results) {
    ResultsPage page = new ResultsPage(results);
    page.add("# Results\n\nWritten by the benchmarks; README.md tells how to read it.\n");
    page.add(
        Machine.line()
            + ". Repeated, as the host took the processors away: "
            + results.calm().repeats()
            + " measurements.\n");
    page.add("## Targets\n\n" + Targets.of(results));
    page.json("Decoding", "decode");
    page.variants();
    page.json("Encoding", "encode");
    page.refusals();
    page.calls();
    page.start();
    page.deletion();
    page.others();
    return page.page.toString();
  }

  private void add(String text) {
    if (page.length() > 0) {
      page.append('\n');
    }
    page.append(text);
  }

  private void json(String title, String direction) {
    Table table =
        new Table("Document", "", "Median (quartiles), µs", "This client takes", "Bytes a byte");
    for (Document document : Document.values()) {
      double size = document.bytes(TagPlace.FIRST).length;
      Case ours = Case.of(direction, Libraries.OURS, document);
      for (Libraries library : Libraries.values()) {
        Case other = Case.of(direction, library, document);
        Score score = results.jmh().json().get(other);
        if (score != null) {
          table.row(
              Names.of(document),
              Names.of(library),
              Numbers.of(score.micros()),
              library == Libraries.OURS ? "" : Numbers.times(results.ratio(ours, other)),
              Numbers.of(score.bytes() / size));
        }
      }
    }
    add("## " + title + "\n\n" + table);
  }

  private void variants() {
    Table table = new Table("Document", "Tags", "Body", "Median (quartiles), µs", "Bytes a byte");
    for (Document document : JmhRuns.parseRuns()) {
      for (TagPlace tags : TagPlace.values()) {
        for (Body body : Body.values()) {
          Case way = new Case("decode", Libraries.OURS, document, tags, body);
          Score score = results.jmh().json().get(way);
          if (score != null) {
            table.row(
                Names.of(document),
                Names.of(tags),
                Names.of(body),
                Numbers.of(score.micros()),
                Numbers.of(score.bytes() / document.bytes(tags).length));
          }
        }
      }
    }
    add("## Decoding with this client, all ways\n\n" + table);
  }

  private void refusals() {
    Table table = new Table("Library", "Document", "What it says");
    for (Map.Entry<Case, String> refusal : results.jmh().refusals().entrySet()) {
      String text = refusal.getValue().replaceAll("\\s+", " ").replace('|', '/');
      table.row(
          Names.of(refusal.getKey().library()),
          Names.of(refusal.getKey().document()),
          text.substring(0, Math.min(text.length(), SHOWN_OF_A_REFUSAL)));
    }
    if (!results.jmh().refusals().isEmpty()) {
      add("## Documents that a rival cannot read\n\n" + table);
    }
  }

  private void calls() {
    Map<String, Score> calls = results.jmh().calls();
    Table table = new Table("One call, no network", "Median (quartiles), µs", "Bytes allocated");
    call(table, "OkHttp alone, body drained (floor)", calls.get("okHttpAlone"));
    call(table, "plain Retrofit, answer as bytes", calls.get("plainBytes"));
    call(table, "**this client**, answer as bytes", calls.get("ourBytes"));
    call(table, "Retrofit with hand-written adapters", calls.get("plainJson"));
    call(table, "**this client**", calls.get("ourJson"));
    add("## Calls\n\n" + table);
  }

  private static void call(Table table, String name, @Nullable Score score) {
    if (score != null) {
      table.row(name, Numbers.of(score.micros()), Numbers.of(score.bytes()));
    }
  }

  private void start() {
    Table table = new Table("From the start of a process", "Median (quartiles), ms", "Classes");
    table.row(
        "**this client**",
        Numbers.of(results.start().ours()),
        results.start().allClasses()
            + ", of them "
            + results.start().ownClasses()
            + " of this project");
    table.row(
        "OkHttp alone, body dropped",
        Numbers.of(results.start().drained()),
        Long.toString(results.start().drainedClasses()));
    table.row(
        "OkHttp alone without TLS, body dropped", Numbers.of(results.start().withoutTls()), "");
    table.row(
        "OkHttp, Moshi by reflection on plain classes", Numbers.of(results.start().decoded()), "");
    add("## Cold start\n\nTo the first decoded answer of 20 KB over loopback.\n\n" + table);
  }

  private void deletion() {
    Table table =
        new Table(
            "",
            "IDs",
            "Seconds",
            "A second, median (quartiles)",
            "Of so many seconds",
            "Heap at the end, MB");
    sweep(table, "**this client**, no latency", results.deletion().atOnce());
    sweep(table, "OkHttp alone, no latency", results.deletion().rawAtOnce());
    sweep(table, "**this client**, 20 ms", results.deletion().delayed());
    sweep(table, "OkHttp alone, 20 ms", results.deletion().rawDelayed());
    add(
        "## Bulk deletion\n\nAgainst the embedded server in a process of its own, with "
            + BulkDeletion.CONCURRENCY
            + " requests at once and a heap of 64 MB; 20 ms then allow "
            + Numbers.of(BulkDeletion.CONCURRENCY / 0.020)
            + " a second.\n\n"
            + table);
  }

  private static void sweep(Table table, String name, BulkDeletion.Sweep sweep) {
    table.row(
        name,
        Long.toString(sweep.ids()),
        Numbers.of(sweep.seconds()),
        Numbers.of(sweep.rate()),
        Integer.toString(sweep.rate().count()),
        Numbers.of(sweep.liveMegabytes()));
  }

  private void others() {
    Table upload = new Table("Upload", "Median (quartiles), s", "MB a second");
    double megabytes = results.upload().bytes() / 1e6;
    upload.row(
        "**this client**",
        Numbers.of(results.upload().ours()),
        Numbers.of(megabytes / results.upload().ours().median()));
    upload.row(
        "OkHttp alone",
        Numbers.of(results.upload().raw()),
        Numbers.of(megabytes / results.upload().raw().median()));
    add(
        "## Upload of "
            + Numbers.of(megabytes)
            + " MB\n\nA stream, with a heap of 64 MB, of which "
            + Numbers.of(results.upload().liveMegabytes())
            + " MB are in use at the end.\n\n"
            + upload);
    Table polls = new Table("Runs at once", "Bytes for each", "Threads", "Seconds to the last end");
    polls.row(
        Long.toString(results.polls().runs()),
        Numbers.of(results.polls().bytes()),
        Numbers.of(results.polls().threads()),
        Numbers.of(results.polls().seconds()));
    add(
        "## Waiting for runs\n\nThe server takes "
            + results.polls().processingSeconds()
            + " s for each run.\n\n"
            + polls);
  }
}
