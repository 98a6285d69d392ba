package io.github.extendclient.benchmarks.report;

import static io.github.extendclient.benchmarks.jmh.Case.DECODE;
import static io.github.extendclient.benchmarks.jmh.Case.ENCODE;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.jmh.Body;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of decoding and encoding. */
final class JsonSection {
  private static final int SHOWN_OF_A_REFUSAL = 160;

  private final Results results;
  private final StringBuilder text = new StringBuilder();

  private JsonSection(Results results) {
    this.results = results;
  }

  /** Returns the section; the chart of decoding follows its table. */
  static String of(Results results, String charts) {
    JsonSection section = new JsonSection(results);
    section.table("Decoding", DECODE);
    section.text.append(charts);
    section.table("Encoding", ENCODE);
    section.ways();
    section.warmup();
    section.refusals();
    return section.text.toString();
  }

  private void table(String title, String direction) {
    Table table =
        new Table(
            "Document",
            "",
            "Median (quartiles), µs",
            "This client / it, time",
            "Bytes a byte",
            "This client / it, bytes");
    for (Document document : Document.values()) {
      double size = document.bytes(TagPlace.FIRST).length;
      Case ours = Case.of(direction, Libraries.OURS, document);
      for (Libraries library : Libraries.values()) {
        Case other = Case.of(direction, library, document);
        Optional<Score> score = results.scores().score(other);
        if (score.isPresent()) {
          boolean isOurs = library == Libraries.OURS;
          table.row(
              Names.of(document),
              Names.of(library),
              Numbers.of(score.get().micros()),
              isOurs ? "" : times(results.timeRatio(ours, other)),
              Numbers.of(score.get().bytes() / size),
              isOurs || library == Libraries.SKIP_VALUE
                  ? ""
                  : times(results.bytesRatio(ours, other)));
        }
      }
    }
    text.append("## ").append(title).append("\n\n").append(table).append('\n');
  }

  private static String times(Optional<Double> ratio) {
    return ratio.map(Numbers::times).orElse("");
  }

  private void ways() {
    Table table = new Table("Document", "Tags", "Body", "Median (quartiles), µs", "Bytes a byte");
    for (Document document : List.of(Document.PARSE_500_KB, Document.PARSE_5_MB)) {
      for (TagPlace tags : TagPlace.values()) {
        for (Body body : Body.values()) {
          results
              .scores()
              .score(new Case(DECODE, Libraries.OURS, document, tags, body))
              .ifPresent(
                  score ->
                      table.row(
                          Names.of(document),
                          Names.of(tags),
                          Names.of(body),
                          Numbers.of(score.micros()),
                          Numbers.of(score.bytes() / document.bytes(tags).length)));
        }
      }
    }
    text.append("## Decoding with this client, all ways\n\n").append(table).append('\n');
  }

  private void warmup() {
    Table table = new Table("Decode 500 KB, µs", "Warm-up", "Measured");
    Arrays.stream(Libraries.values())
        .filter(Libraries::isClose)
        .forEach(
            library ->
                results
                    .scores()
                    .iterations(Case.of(DECODE, library, Document.PARSE_500_KB))
                    .ifPresent(
                        iterations ->
                            table.row(
                                Names.of(library),
                                texts(iterations.warmup()),
                                texts(iterations.measured()))));
    text.append(
            "## Whether the code was warm\n\nEach iteration of the first JVM. If the measured ones"
                + " still fall, the warm-up is too short.\n\n")
        .append(table)
        .append('\n');
  }

  private static String texts(List<Double> micros) {
    return micros.stream().map(Numbers::of).collect(Collectors.joining(" "));
  }

  private void refusals() {
    Map<Case, String> refusals = results.scores().refusals();
    if (refusals.isEmpty()) {
      return;
    }
    Table table = new Table("Library", "Document", "What it says");
    refusals.forEach(
        (refused, words) -> {
          String line = words.replaceAll("\\s+", " ").replace('|', '/');
          table.row(
              Names.of(refused.library()),
              Names.of(refused.document()),
              line.substring(0, Math.min(line.length(), SHOWN_OF_A_REFUSAL)));
        });
    text.append("## Documents that a rival cannot read\n\n").append(table).append('\n');
  }
}
