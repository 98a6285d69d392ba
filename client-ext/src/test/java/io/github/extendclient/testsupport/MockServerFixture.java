package io.github.extendclient.testsupport;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests with a mock server and a client. */
public abstract class MockServerFixture {
  protected final MockWebServer server = PromptSockets.mockServer();
  protected TestClient client = TestClient.to("http://localhost/");

  @BeforeEach
  void startServer() throws IOException {
    server.start();
    client = TestClient.to(server);
  }

  @AfterEach
  void stopServer() {
    client.close();
    server.close();
  }

  protected final void enqueue(MockResponse... responses) {
    for (MockResponse response : responses) {
      server.enqueue(response);
    }
  }

  protected final RecordedRequest takeRequest() {
    try {
      RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("The server saw no further request.");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  protected static MockResponse error(int status, String body, String... headers) {
    MockResponse.Builder builder = new MockResponse.Builder().code(status).body(body);
    for (String header : headers) {
      builder.addHeader(header);
    }
    return builder.build();
  }

  /** Whether a condition that another thread brings about holds within 10 seconds. */
  protected static boolean eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }
}
