package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.internal.config.Timeouts;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
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
  void aCallOverHttpsBeginsWithTls() throws GeneralSecurityException {
    server.useHttps(SSLContext.getDefault().getSocketFactory());

    // This server has no certificate, and a client without TLS would not even begin.
    assertThatThrownBy(() -> send(server.url("/"))).isInstanceOf(SSLHandshakeException.class);
  }

  private Response send(HttpUrl url) throws IOException {
    return client.newCall(new Request.Builder().url(url).build()).execute();
  }
}
