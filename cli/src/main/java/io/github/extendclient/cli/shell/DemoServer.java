package io.github.extendclient.cli.shell;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** The embedded server of {@code --demo}. */
final class DemoServer implements AutoCloseable {
  private static final int DOCUMENTS = 240;
  private static final Duration YEAR = Duration.ofDays(360);
  private static final String[] CUSTOMERS = {"acme", "globex", "initech"};
  // Slow enough that the progress is seen.
  private static final Duration LATENCY = Duration.ofMillis(90);

  /** What the server holds at first. */
  enum Content {
    /** Nothing. */
    NONE,
    /** Documents of a year, each with a parse run. */
    YEAR
  }

  private final ExtendServer server;
  private final Content content;

  private DemoServer(ExtendServer server, Content content) {
    this.server = server;
    this.content = content;
  }

  static DemoServer start(Content content) {
    ShiftedClock clock = new ShiftedClock();
    ExtendServer server = ExtendServer.builder().clock(clock).creditsPerRun(3).start();
    if (content == Content.YEAR) {
      fill(server, clock);
    }
    return new DemoServer(server, content);
  }

  String greeting() {
    String held =
        content == Content.NONE ? "that is empty" : "with " + DOCUMENTS + " documents of a year";
    return "Demo: an embedded server " + held + ". Nothing real is touched.";
  }

  String url() {
    return server.url().toString();
  }

  String apiKey() {
    return server.apiKey();
  }

  @Override
  public void close() {
    server.close();
  }

  private static void fill(ExtendServer server, ShiftedClock clock) {
    try (ExtendClient extend =
        ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build()) {
      for (int i = 0; i < DOCUMENTS; i++) {
        clock.setBack(YEAR.multipliedBy(DOCUMENTS - i).dividedBy(DOCUMENTS));
        addDocument(extend, i);
      }
    }
    clock.setBack(Duration.ZERO);
    server.faults().rate("DELETE /files/{id}", 1, Fault.delay(LATENCY));
    server.faults().rate("DELETE /parse_runs/{id}", 1, Fault.delay(LATENCY));
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
