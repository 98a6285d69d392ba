package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testsupport.LoopbackCertificate;
import io.github.extendclient.testsupport.PromptSockets;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that ends its idle connections over TLS, in both versions of HTTP. */
@Timeout(60)
class EndedTlsConnectionTest {
  private static final int ROUNDS = 10;

  @TempDir private static Path folder;
  private static LoopbackCertificate certificate;

  private final BlockingQueue<Socket> atServer = new LinkedBlockingQueue<>();
  private final MockWebServer server = PromptSockets.mockServer(atServer::add);
  private final BlockingQueue<Socket> atClient = new LinkedBlockingQueue<>();

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = LoopbackCertificate.in(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void aCreateGoesOutOnAnotherConnectionWithoutAnAttempt(Protocol version) throws Exception {
    start(version);
    List<RecordedRequest> seen = new ArrayList<>();
    try (TestClient client = client()) {
      for (int i = 0; i < ROUNDS; i++) {
        server.enqueue(TestClient.ok());
        server.enqueue(TestClient.ok());
        client.things().get("th_1");
        endConnection(version);
        client.things().create(new Thing("a", i));
        endConnection(version);
        seen.add(server.takeRequest());
        seen.add(server.takeRequest());
      }

      assertThat(client.events()).hasSize(2 * ROUNDS).allMatch(event -> event.attempt() == 1);
      assertThat(client.timeline().waits()).isEmpty();
    }

    assertThat(server.getRequestCount()).isEqualTo(2 * ROUNDS);
    assertThat(seen).filteredOn(request -> request.getMethod().equals("POST")).hasSize(ROUNDS);
    assertThat(seen).extracting(RecordedRequest::getConnectionIndex).doesNotHaveDuplicates();
    assertThat(seen)
        .extracting(RecordedRequest::getVersion)
        .containsOnly(version == Protocol.HTTP_2 ? "HTTP/2" : "HTTP/1.1");
  }

  private void start(Protocol version) throws IOException {
    server.useHttps(certificate.context().getSocketFactory());
    server.setProtocols(
        version == Protocol.HTTP_2
            ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
            : List.of(Protocol.HTTP_1_1));
    server.start();
  }

  private TestClient client() {
    return TestClient.to(server)
        .httpClient(
            certificate
                .trusted()
                .eventListener(
                    new EventListener() {
                      @Override
                      public void connectionAcquired(Call call, Connection connection) {
                        atClient.add(connection.socket());
                      }
                    })
                .build());
  }

  /** As a server does with a connection that was idle for some time. */
  private void endConnection(Protocol version) throws Exception {
    Socket atEnd = atServer.poll(10, TimeUnit.SECONDS);
    assertThat(atEnd).isNotNull();
    atEnd.close();
    Socket other = null;
    for (Socket next = atClient.poll(); next != null; next = atClient.poll()) {
      other = next;
    }
    assertThat(other).isNotNull();
    if (version == Protocol.HTTP_2) {
      // OkHttp reads all the time, and closes its side too. Over HTTP/1.1 nothing reads.
      while (!other.isClosed()) {
        Thread.onSpinWait();
      }
    }
  }
}
