package io.github.extendclient.benchmarks;

import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.jmh.JmhRuns;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The extent of the measurements.
 *
 * @param starts of each program
 * @param calls that are started at once
 * @param concurrencies how many of them may be under way
 * @param turnsOfTheCheck of calls with and without the connection check
 * @param polls runs that are waited for at once; a tenth of them with large responses
 * @param pollInterval between two reads of one run
 * @param ids that are deleted with this client
 * @param fewerIds that are deleted where only the rate counts
 * @param uploads of each client
 */
record Extent(
    JmhRuns.Plan jmh,
    List<Document> documents,
    int starts,
    int calls,
    List<Integer> concurrencies,
    int turnsOfTheCheck,
    int polls,
    Duration pollInterval,
    int ids,
    int fewerIds,
    long uploadBytes,
    int uploads) {
  private static final Duration BRIEF = Duration.ofMillis(50);

  static final Extent FULL =
      new Extent(
          new JmhRuns.Plan(2, 3, Duration.ofSeconds(1), 5, Duration.ofMillis(200)),
          Arrays.asList(Document.values()),
          9,
          1000,
          List.of(64, 250),
          50,
          10_000,
          Duration.ofSeconds(10),
          100_000,
          15_000,
          1_000_000_000,
          3);

  static final Extent QUICK =
      new Extent(
          new JmhRuns.Plan(1, 1, BRIEF, 1, BRIEF),
          List.of(Document.PARSE_20_KB, Document.EXTRACT_50_KB),
          1,
          100,
          List.of(64),
          2,
          200,
          Duration.ofSeconds(1),
          500,
          500,
          10_000_000,
          1);
}
