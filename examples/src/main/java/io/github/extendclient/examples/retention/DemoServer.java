package io.github.extendclient.examples.retention;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** An embedded server that holds the documents of a year, each with a parse run. */
final class DemoServer implements AutoCloseable {
  private static final int DOCUMENTS = 240;
  private static final Duration YEAR = Duration.ofDays(360);
  private static final String[] CUSTOMERS = {"acme", "globex", "initech"};
  // Slow enough that the progress is seen.
  private static final Duration LATENCY = Duration.ofMillis(90);

  private final ExtendServer server;

  private DemoServer(ExtendServer server) {
    this.server = server;
  }

  static DemoServer start() {
    ShiftedClock clock = new ShiftedClock();
    ExtendServer server = ExtendServer.builder().clock(clock).start();
    DemoServer demo = new DemoServer(server);
    try (ExtendClient extend = demo.client()) {
      for (int i = 0; i < DOCUMENTS; i++) {
        clock.setBack(YEAR.multipliedBy(DOCUMENTS - i).dividedBy(DOCUMENTS));
        addDocument(extend, i);
      }
    }
    clock.setBack(Duration.ZERO);
    server.faults().rate("DELETE /files/{id}", 1, Fault.delay(LATENCY));
    server.faults().rate("DELETE /parse_runs/{id}", 1, Fault.delay(LATENCY));
    return demo;
  }

  String greeting() {
    return "Demo: an embedded server with "
        + DOCUMENTS
        + " documents of the last 360 days and a parse run of each. Nothing real is touched.";
  }

  ExtendClient client() {
    return ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build();
  }

  @Override
  public void close() {
    server.close();
  }

  private static void addDocument(ExtendClient extend, int number) {
    String customer = CUSTOMERS[number % CUSTOMERS.length];
    String name = String.format(Locale.ROOT, "%s-invoice-%03d.txt", customer, number + 1);
    byte[] text = ("Invoice " + (number + 1) + " to " + customer).getBytes(StandardCharsets.UTF_8);
    String file = extend.files().upload(Upload.of(name, text)).getId();
    extend
        .parseRuns()
        .create(
            ParseRunCreateRequest.builder().file(FileFromId.builder().id(file).build()).build());
  }
}
