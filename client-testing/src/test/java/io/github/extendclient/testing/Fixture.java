package io.github.extendclient.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server whose clock stands still, and a client of each API version. As a field with {@code
 * RegisterExtension} it is closed after each test.
 */
final class Fixture implements AfterEachCallback, AutoCloseable {
  private final boolean validating;
  final TestClock clock = new TestClock();
  final ExtendServer server;
  final TestClient current;
  final TestClient legacy;

  Fixture() {
    this(settings -> settings);
  }

  Fixture(UnaryOperator<ExtendServerBuilder> settings) {
    this(settings, false);
  }

  private Fixture(UnaryOperator<ExtendServerBuilder> settings, boolean validating) {
    this.validating = validating;
    this.server = settings.apply(ExtendServer.builder().clock(clock)).start();
    this.current = new TestClient(server, TestClient.CURRENT);
    this.legacy = new TestClient(server, TestClient.LEGACY);
  }

  /** Fails each test whose requests or responses violate the specification. */
  static Fixture validating() {
    return new Fixture(settings -> settings, true);
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
  public void afterEach(ExtensionContext context) {
    try (this) {
      if (validating) {
        current.validation().assertNone();
        legacy.validation().assertNone();
      }
    }
  }

  @Override
  public void close() {
    current.close();
    legacy.close();
    server.close();
  }
}
