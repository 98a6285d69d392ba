package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.machine.Sample;
import io.github.extendclient.benchmarks.process.BulkDeletion;
import io.github.extendclient.benchmarks.process.ColdStart;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tables of whole processes. */
final class ProcessSection {
  private ProcessSection() {}

  static String of(Results results) {
    return start(results) + memory(results) + deletion(results) + upload(results);
  }

  private static String start(Results results) {
    Table table =
        new Table(
            "From the start of a process, ms",
            "**this client**",
            "OkHttp alone",
            "This client / it");
    StringBuilder classes = new StringBuilder();
    results
        .start()
        .result()
        .ifPresent(
            start -> {
              for (ColdStart.Kind kind : ColdStart.Kind.values()) {
                table.row(
                    name(kind),
                    Numbers.of(sample(start.ours().get(kind))),
                    Numbers.of(sample(start.okHttp().get(kind))),
                    Numbers.times(start.ratio(kind, kind)));
              }
              classes.append(
                  String.format(
                      "\nThis client loads %d classes for it, of them %d of this project; OkHttp"
                          + " alone loads %d.\n",
                      start.classes(), start.ownClasses(), start.okHttpClasses()));
            });
    return "## First response\n\nOf 20 KB over loopback. This client decodes it, OkHttp alone drops"
        + " it.\n\n"
        + table
        + classes
        + "\n";
  }

  private static String name(ColdStart.Kind kind) {
    return switch (kind) {
      case WITHOUT_TLS -> "http, TLS not set up";
      case HTTPS -> "https with a handshake";
      case HTTPS_ARCHIVE -> "https, both with a class data archive";
    };
  }

  private static Sample sample(@Nullable Sample sample) {
    return Objects.requireNonNull(sample);
  }

  private static String memory(Results results) {
    Table table =
        new Table("Waiting runs", "Bytes of a response", "Heap for each run, bytes", "Threads");
    results
        .polls()
        .result()
        .ifPresent(
            all ->
                all.forEach(
                    polls ->
                        table.row(
                            Integer.toString(polls.runs()),
                            Integer.toString(polls.responseBytes()),
                            Numbers.of(polls.bytes()),
                            Long.toString(polls.threads()))));
    String smallest =
        results
            .heap()
            .map(
                heap ->
                    "A parse run of 5 MB is read, and held whole, in a heap of "
                        + heap.ours()
                        + " MB; OkHttp with Jackson on plain classes needs "
                        + heap.okHttp()
                        + " MB.\n\n")
            .orElse("");
    return "## Memory\n\n"
        + smallest
        + "Runs that are waited for by `createAndPollAsync`, each read at least once:\n\n"
        + table
        + "\n";
  }

  private static String deletion(Results results) {
    Table table =
        new Table(
            "",
            "IDs",
            "Seconds",
            "A second, median (quartiles)",
            "Of so many calm seconds",
            "A second, unfiltered",
            "Of so many seconds",
            "Heap at the end, MB");
    results
        .deletion()
        .result()
        .ifPresent(
            deletion -> {
              addDeletion(table, "**this client**, no latency", deletion.atOnce());
              addDeletion(table, "OkHttp alone, no latency", deletion.rawAtOnce());
              addDeletion(table, "**this client**, 20 ms", deletion.delayed());
              addDeletion(table, "OkHttp alone, 20 ms", deletion.rawDelayed());
            });
    return "## Bulk deletion\n\nAgainst the embedded server in a process of its own, with "
        + BulkDeletion.CONCURRENCY
        + " requests at once and a heap of 64 MB; 20 ms then allow "
        + Numbers.of(BulkDeletion.CONCURRENCY / 0.020)
        + " a second.\n\n"
        + table
        + "\n";
  }

  private static void addDeletion(Table table, String name, BulkDeletion.Measurement measured) {
    table.row(
        name,
        Long.toString(measured.ids()),
        Numbers.of(measured.seconds()),
        Numbers.of(measured.rate()),
        Integer.toString(measured.rate().count()),
        Numbers.of(measured.rateOfAll()),
        Integer.toString(measured.rateOfAll().count()),
        Numbers.of(measured.liveMegabytes()));
  }

  private static String upload(Results results) {
    Table table = new Table("Upload of a stream", "MB", "Median (quartiles), s", "MB a second");
    StringBuilder live = new StringBuilder();
    results
        .upload()
        .result()
        .ifPresent(
            upload -> {
              double megabytes = upload.bytes() / 1e6;
              uploadRow(table, "**this client**", megabytes, upload.ours());
              uploadRow(table, "OkHttp alone", megabytes, upload.raw());
              live.append("With a heap of 64 MB, of which ")
                  .append(Numbers.of(upload.liveMegabytes()))
                  .append(" MB are in use at the end.\n\n");
            });
    return "## Upload\n\n" + live + table;
  }

  private static void uploadRow(Table table, String name, double megabytes, Sample seconds) {
    table.row(
        name, Numbers.of(megabytes), Numbers.of(seconds), Numbers.of(megabytes / seconds.median()));
  }
}
