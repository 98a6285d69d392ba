package io.github.extendclient.bulk;

import io.github.extendclient.ExtendClient;
import java.nio.file.Path;
import java.time.Duration;

/** Bulk processing in a JVM of its own: URL, key, folder of documents, journal, results. */
final class BulkProgram {
  private BulkProgram() {}

  public static void main(String[] arguments) {
    ExtendClient extend = ExtendClient.builder().baseUrl(arguments[0]).apiKey(arguments[1]).build();
    try (extend) {
      BulkReport report =
          extend
              .bulk()
              .parse()
              .concurrency(16)
              .gracePeriod(Duration.ofSeconds(2))
              .maxConsecutiveFailures(1000)
              .journal(Path.of(arguments[3]))
              .results(BulkResults.jsonLines(Path.of(arguments[4])))
              .run(BulkDocuments.under(Path.of(arguments[2])));
      System.out.println(report);
      report.issues().forEach(System.out::println);
    }
  }
}
