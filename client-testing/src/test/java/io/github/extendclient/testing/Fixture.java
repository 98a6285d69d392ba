package io.github.extendclient.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A server whose clock stands still, and a client of each API version. */
final class Fixture implements AutoCloseable {
  final TestClock clock = new TestClock();
  final ExtendServer server;
  final TestClient current;
  final TestClient legacy;

  Fixture() {
    this(settings -> settings);
  }

  Fixture(UnaryOperator<ExtendServer.Builder> settings) {
    this.server = settings.apply(ExtendServer.builder().clock(clock)).start();
    this.current = new TestClient(server, TestClient.CURRENT);
    this.legacy = new TestClient(server, TestClient.LEGACY);
  }

  /** Uploads a file and returns its ID. */
  String upload(String name, String text) {
    return upload(name, text.getBytes(StandardCharsets.UTF_8));
  }

  String upload(String name, byte[] bytes) {
    return current.upload(name, bytes).text("id");
  }

  /** Parses a file to the end. */
  TestClient.Answer parse(String fileId, String config) {
    String body = "{'file': {'id': '" + fileId + "'}, 'config': " + config + "}";
    String run = current.post("/parse_runs", body).text("id");
    finishRuns();
    return current.get("/parse_runs/" + run);
  }

  /** Extracts from a file to the end. */
  TestClient.Answer extract(String fileId, String config) {
    String body = "{'file': {'id': '" + fileId + "'}, 'config': " + config + "}";
    String run = current.post("/extract_runs", body).text("id");
    finishRuns();
    return current.get("/extract_runs/" + run);
  }

  void finishRuns() {
    clock.advance(Duration.ofMillis(500));
  }

  @Override
  public void close() {
    current.close();
    legacy.close();
    server.close();
  }
}
