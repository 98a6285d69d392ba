package io.github.extendclient.examples.bulk;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.bulk.BulkDocuments;
import io.github.extendclient.bulk.BulkReport;
import io.github.extendclient.bulk.BulkResults;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Parses all documents of a folder. The process may be killed at any time: run it again with the
 * same arguments, and it continues.
 */
public final class ParseFolder {
  /** The embedded server lists a run as soon as it exists; the API may need the default of 60 s. */
  private static final Duration GRACE_PERIOD = Duration.ofSeconds(2);

  private ParseFolder() {}

  /**
   * Parses.
   *
   * @param args base URL, key, folder of documents, journal, file of results
   */
  public static void main(String... args) {
    try (ExtendClient extend = ExtendClient.builder().baseUrl(args[0]).apiKey(args[1]).build()) {
      System.out.println(parse(extend, Path.of(args[2]), Path.of(args[3]), Path.of(args[4])));
    }
  }

  static BulkReport parse(ExtendClient extend, Path folder, Path journal, Path results) {
    return extend
        .bulk()
        .parse()
        .concurrency(3)
        .gracePeriod(GRACE_PERIOD)
        .journal(journal)
        .results(BulkResults.jsonLines(results))
        .stopOnShutdown()
        .run(BulkDocuments.under(folder));
  }
}
