package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.process.BulkProcessing;

/** Writes the page of results of bulk processing. */
public final class BulkPage {
  private static final double MOST_REQUESTS = 4.1;
  private static final double LEAST_SHARE = 0.9;

  private BulkPage() {}

  /** {@return the page, as Markdown} */
  public static String of(BulkProcessing.Result result) {
    Table table =
        new Table("", "Documents", "Seconds", "A second", "Requests each", "Heap at the end, MB");
    row(table, "**bulk()**, with journal and results", result.ours());
    row(table, "by hand: a semaphore and `createAndPollAsync`", result.byHand());
    row(table, "**bulk()**, runs that end at once, no latency", result.many());
    double share = result.ours().rate() / BulkProcessing.allowed();
    Table targets = new Table("Target", "Limit", "Measured", "");
    targets.row(
        "Requests for each document",
        Numbers.of(MOST_REQUESTS),
        Numbers.of(result.ours().requests()),
        result.ours().requests() <= MOST_REQUESTS ? "met" : "missed");
    targets.row(
        "Share of the throughput that the concurrency allows",
        Numbers.of(LEAST_SHARE),
        Numbers.of(share),
        share >= LEAST_SHARE ? "met" : "missed");
    targets.row(
        "Documents in a heap of 64 MB", "100000", Long.toString(result.many().documents()), "");
    return "# Bulk processing\n\nMade by `Benchmarks bulk`. The embedded server is a process of its"
        + " own, responds after "
        + BulkProcessing.LATENCY_MILLIS
        + " ms, and takes "
        + BulkProcessing.RUN_MILLIS
        + " ms for a run; "
        + BulkProcessing.CONCURRENCY
        + " documents are under way, in a heap of 64 MB. That allows "
        + Numbers.of(BulkProcessing.allowed())
        + " documents a second.\n\n"
        + table
        + "\nEach document whose run is waited for takes "
        + Numbers.of(result.waitingBytes())
        + " bytes of the heap.\n\n"
        + targets;
  }

  private static void row(Table table, String name, BulkProcessing.Batch batch) {
    table.row(
        name,
        Long.toString(batch.documents()),
        Numbers.of(batch.seconds()),
        Numbers.of(batch.rate()),
        Numbers.of(batch.requests()),
        Numbers.of(batch.liveMegabytes()));
  }
}
