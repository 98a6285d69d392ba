package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as bytes, as any client may send them. */
final class WireTest {
  private final ExtendServer server = ExtendServer.start();
  private final String head =
      "Host: localhost\r\nAuthorization: Bearer "
          + server.apiKey()
          + "\r\nx-extend-api-version: 2026-02-09\r\n";

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void connectionServesSeveralRequests() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("GET /files/a HTTP/1.1\r\n" + head + "\r\n");
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 404 Not Found");
      peer.send("GET /files/b HTTP/1.1\r\n" + head + "\r\n");
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 404 Not Found");
    }
  }

  @Test
  void bodyThatNoOneReadIsDroppedBeforeTheNextRequest() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("POST /nothing HTTP/1.1\r\n" + head + "Content-Length: 5\r\n\r\nGET /");
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 404 Not Found");
      peer.send("GET /files/b HTTP/1.1\r\n" + head + "\r\n");
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 404 Not Found");
    }
    assertThat(server.requests())
        .extracting(RecordedRequest::path)
        .containsExactly("/nothing", "/files/b");
  }

  @Test
  void connectionOfHttp10EndsWithItsResponse() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("GET /files/a HTTP/1.0\r\n" + head + "\r\n");
      assertThat(peer.rest()).startsWith("HTTP/1.1 404 Not Found").contains("Connection: close");
    }
  }

  @Test
  void wholeUrlMayTakeThePlaceOfThePath() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("GET http://example.com/files?maxPageSize=1 HTTP/1.1\r\n" + head + "\r\n");
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: gzip\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n",
      })
  void bodyWithoutAKnownEndIs400(String framing) throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("POST /extract_runs HTTP/1.1\r\n" + head + framing);
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void chunkOfANegativeSizeEndsTheConnection() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send(
          "POST /extract_runs HTTP/1.1\r\n"
              + head
              + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "ffffffffffffffff\r\n\r\n");
      assertThat(peer.rest()).isEmpty();
    }
  }

  @Test
  void chunksMayHaveExtensionsAndTrailers() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send(
          "POST /extract_runs HTTP/1.1\r\n"
              + head
              + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "5;x=1\r\n{\"fil\r\nC\r\ne\":{\"text\":\"\r\n5\r\nA\"}} \r\n0\r\nX-Sum: 1\r\n\r\n");
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 200 OK");
    }
    assertThat(server.requests().get(0).bodySize()).isEqualTo(22);
  }

  @Test
  void clientThatAsksFirstIsToldToContinue() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send(
          "POST /parse_runs HTTP/1.1\r\n"
              + head
              + "Content-Type: application/json\r\nContent-Length: 2\r\n"
              + "Expect: 100-continue\r\n\r\n");
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 100 Continue");
      peer.send("{}");
      assertThat(peer.statusOfAnswer()).isEqualTo("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void responseToHeadHasNoBody() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("HEAD /files HTTP/1.1\r\n" + head + "Connection: close\r\n\r\n");
      List<String> lines = peer.rest();
      assertThat(lines).first().isEqualTo("HTTP/1.1 404 Not Found");
      assertThat(lines).last().isEqualTo("");
    }
  }

  @Test
  void connectionIsClosedWhenTheClientAsks() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("GET /files/a HTTP/1.1\r\n" + head + "Connection: close\r\n\r\n");
      assertThat(peer.rest()).contains("Connection: close").anyMatch(line -> line.contains("404"));
    }
  }

  @Test
  void whatIsNotHttpIs400AndClosed() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("HELLO\r\n\r\n");
      assertThat(peer.rest()).contains("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void lengthThatIsNoNumberIs400AndClosed() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send("POST /parse_runs HTTP/1.1\r\n" + head + "Content-Length: two\r\n\r\n{}");
      assertThat(peer.rest()).contains("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void clientThatLeavesInsideItsBodyIsRecorded() throws IOException {
    try (Peer peer = new Peer()) {
      peer.send(
          "POST /parse_runs HTTP/1.1\r\n"
              + head
              + "Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"file\"");
      peer.finish();
      assertThat(peer.rest()).isEmpty();
    }
    assertThat(server.requests().get(0)).hasToString("POST /parse_runs -> no response");
    assertThat(server.acceptedCount("POST /parse_runs")).isZero();
  }

  private final class Peer implements AutoCloseable {
    private final Socket socket = new Socket("127.0.0.1", server.url().getPort());
    private final BufferedReader input =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

    Peer() throws IOException {
      socket.setSoTimeout(60_000);
    }

    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    void finish() throws IOException {
      socket.shutdownOutput();
    }

    /** The first line of the next response; the rest of that response is skipped. */
    String statusOfAnswer() throws IOException {
      String status = input.readLine();
      long length = 0;
      for (String line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        if (line.startsWith("Content-Length: ")) {
          length = Long.parseLong(line.substring("Content-Length: ".length()));
        }
      }
      for (long i = 0; i < length; i++) {
        input.read();
      }
      return status;
    }

    List<String> rest() {
      return input.lines().toList();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
