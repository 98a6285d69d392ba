package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that ends each connection after its response, as others do after some idle seconds. */
@Timeout(60)
class EndedConnectionTest {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch ended = new CountDownLatch(1);
  private ServerSocket server;
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    client = TestClient.to("http://localhost:" + server.getLocalPort() + "/");
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        respond(socket);
      } catch (IOException e) {
        return;
      } finally {
        ended.countDown();
      }
    }
  }

  private void respond(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String line = in.readLine();
    if (line == null) {
      return;
    }
    requests.add(line.split(" ")[0]);
    int length = 0;
    for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
      if (header.startsWith("Content-Length: ")) {
        length = Integer.parseInt(header.substring("Content-Length: ".length()));
      }
    }
    in.skip(length);
    write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aCreateGoesOutOnAnotherConnectionWithoutAnAttempt() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      ended = new CountDownLatch(1);
      client.things().get("th_1");
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();

      client.things().create(new Thing("a", 1));
    }

    assertThat(requests).filteredOn("POST"::equals).hasSize(20);
    assertThat(client.events()).hasSize(40).allMatch(event -> event.attempt() == 1);
    assertThat(client.timeline().waits()).isEmpty();
  }

  @Test
  void aDeleteGoesOutOnAnotherConnectionWithoutAnAttempt() throws InterruptedException {
    client.things().get("th_1");
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();

    client.things().delete("th_1");

    assertThat(requests).containsExactly("GET", "DELETE");
  }
}
