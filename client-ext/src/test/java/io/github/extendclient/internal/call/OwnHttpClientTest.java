package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.internal.config.Timeouts;
import java.io.IOException;
import javax.net.ssl.SSLException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnHttpClientTest {
  private static final Timeouts TIMEOUTS = new Timeouts(null, null, null, null, null);

  private final MockWebServer server = new MockWebServer();
  private final OwnHttpClient client = new OwnHttpClient(TIMEOUTS);

  @BeforeEach
  void startServer() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void tlsIsNotSetUpAtTheStart() {
    assertThatThrownBy(() -> HttpClients.create(TIMEOUTS).sslSocketFactory())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CLEARTEXT-only client");
  }

  @Test
  void aCallOverHttpIsSentWithoutTls() throws IOException {
    server.enqueue(new MockResponse.Builder().build());

    try (Response answer = send(server.url("/"))) {
      assertThat(answer.handshake()).isNull();
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCallOverHttpsBeginsWithTls() {
    HttpUrl url = server.url("/").newBuilder().scheme("https").build();

    // This server does not speak TLS, and a client without it would not even try.
    assertThatThrownBy(() -> send(url)).isInstanceOf(SSLException.class);
  }

  private Response send(HttpUrl url) throws IOException {
    return client.newCall(new Request.Builder().url(url).build()).execute();
  }
}
