package io.github.extendclient;

import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a client of the generated interfaces, a mock server and virtual time. */
abstract class ClientFixture extends MockServerFixture {
  final VirtualTimeline timeline = new VirtualTimeline();

  /** Leads to the server, once the test has begun; closed after it. */
  ExtendClient extend = settings("http://localhost").build();

  /** Of a client that leads to the server. */
  ExtendClientBuilder builder() {
    return settings(server.url("/").toString());
  }

  private ExtendClientBuilder settings(String url) {
    return new ExtendClientBuilder()
        .environment(Map.<String, String>of()::get)
        .apiKey("sk_1")
        .timeline(timeline, new Random(1))
        .baseUrl(url);
  }

  @BeforeEach
  void connect() {
    extend.close();
    extend = builder().build();
  }

  @AfterEach
  void close() {
    extend.close();
  }
}
