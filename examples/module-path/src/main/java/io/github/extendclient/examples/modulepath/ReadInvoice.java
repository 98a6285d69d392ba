package io.github.extendclient.examples.modulepath;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads an invoice into a record, with an embedded server. */
public final class ReadInvoice {
  private static final Upload INVOICE =
      Upload.of(
          "invoice.md",
          """
          # Invoice

          Invoice number: INV-2026-0417
          Invoice date: 2026-04-17
          Total due: 1522.80
          """
              .getBytes(StandardCharsets.UTF_8));

  private ReadInvoice() {}

  /**
   * Prints the record.
   *
   * @param args not used
   */
  public static void main(String... args) {
    try (ExtendServer server = ExtendServer.start();
        ExtendClient extend =
            ExtendClient.builder()
                .apiKey(server.apiKey())
                .baseUrl(server.url().toString())
                .build()) {
      System.out.println(read(extend, INVOICE));
    }
  }

  static Invoice read(ExtendClient extend, Upload document) {
    File file = extend.files().upload(document);
    ExtractRun run =
        extend
            .extractRuns()
            .createAndPoll(
                ExtractRunCreateRequest.builder()
                    .file(FileFromId.builder().id(file.getId()).build())
                    .config(Invoice.SCHEMA.config().build())
                    .build(),
                Poller.builder()
                    .timeout(Duration.ofSeconds(30))
                    .interval(Duration.ofMillis(100))
                    .build());
    return Invoice.SCHEMA.read(run).value();
  }
}
