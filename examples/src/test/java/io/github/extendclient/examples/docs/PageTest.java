package io.github.extendclient.examples.docs;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.testing.ExtendServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A server and a client for the code of one page. */
abstract class PageTest {
  /** Runs end at once, so that no test waits. */
  protected final ExtendServer server =
      ExtendServer.builder().pendingTime(Duration.ZERO).processingTime(Duration.ZERO).start();

  protected final ExtendClient extend = client().build();

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  /** The output of the code of pages. */
  protected final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  protected final ExtendClientBuilder client() {
    return ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString());
  }

  protected final String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @AfterEach
  void close() {
    extend.close();
    server.close();
  }
}
