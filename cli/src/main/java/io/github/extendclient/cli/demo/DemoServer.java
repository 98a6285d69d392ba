package io.github.extendclient.cli.demo;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The embedded server of {@code --demo}. */
public final class DemoServer implements AutoCloseable {
  private static final int DOCUMENTS = 240;
  private static final Duration YEAR = Duration.ofDays(360);
  private static final String[] CUSTOMERS = {"acme", "globex", "initech"};
  // Slow enough that the progress is seen.
  private static final Duration LATENCY = Duration.ofMillis(90);

  private final ExtendServer server;
  private final Map<String, String> samples;
  private final boolean hasYear;

  private DemoServer(ExtendServer server, Map<String, String> samples, boolean hasYear) {
    this.server = server;
    this.samples = samples;
    this.hasYear = hasYear;
  }

  /** Starts the server on a free port, with the samples. */
  public static DemoServer start() {
    return start(false);
  }

  /** Starts the server with the samples and the documents of a year, each with a parse run. */
  public static DemoServer startWithYear() {
    return start(true);
  }

  private static DemoServer start(boolean hasYear) {
    ShiftedClock clock = new ShiftedClock();
    ExtendServer server = ExtendServer.builder().clock(clock).creditsPerRun(3).start();
    try (ExtendClient extend = client(server)) {
      Map<String, String> samples = DemoSamples.create(extend, clock);
      if (hasYear) {
        addYear(extend, clock);
      }
      server.faults().rate("DELETE /files/{id}", 1, Fault.delay(LATENCY));
      server.faults().rate("DELETE /parse_runs/{id}", 1, Fault.delay(LATENCY));
      return new DemoServer(server, samples, hasYear);
    }
  }

  /** {@return a line that says which samples the server has} */
  public String greeting() {
    return "Demo: an embedded server with samples"
        + (hasYear ? " and " + DOCUMENTS + " documents of a year" : "")
        + ".";
  }

  /** {@return the URL of the server} */
  public String url() {
    return server.url().toString();
  }

  /** {@return the key that the server accepts} */
  public String apiKey() {
    return server.apiKey();
  }

  /**
   * Delivers the ends of three runs, which begin now, to an address of this machine.
   *
   * @return the secret with which the deliveries are signed
   */
  public String deliverTo(String address) {
    try (ExtendClient extend = client(server)) {
      return DemoDeliveries.begin(extend, samples, address);
    }
  }

  /** {@return the IDs of the samples, by the names of the constants in {@link DemoIds}} */
  Map<String, String> samples() {
    return samples;
  }

  @Override
  public void close() {
    server.close();
  }

  private static ExtendClient client(ExtendServer server) {
    return ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build();
  }

  private static void addYear(ExtendClient extend, ShiftedClock clock) {
    for (int i = 0; i < DOCUMENTS; i++) {
      clock.setBack(YEAR.multipliedBy(DOCUMENTS - i).dividedBy(DOCUMENTS));
      addDocument(extend, i);
    }
    clock.setBack(Duration.ZERO);
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
