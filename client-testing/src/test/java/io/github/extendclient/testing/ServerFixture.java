package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server whose clock stands still, and a client of each API version. As a field with {@code
 * RegisterExtension} it is closed after each test.
 */
final class ServerFixture implements AfterEachCallback, AutoCloseable {
  private final boolean validating;
  final TestClock clock = new TestClock();
  final ExtendServer server;
  final TestClient current;
  final TestClient legacy;

  ServerFixture() {
    this(settings -> settings);
  }

  ServerFixture(UnaryOperator<ExtendServerBuilder> settings) {
    this(settings, false);
  }

  private ServerFixture(UnaryOperator<ExtendServerBuilder> settings, boolean validating) {
    this.validating = validating;
    this.server = settings.apply(ExtendServer.builder().clock(clock)).start();
    this.current = new TestClient(server, TestClient.CURRENT);
    this.legacy = new TestClient(server, TestClient.LEGACY);
  }

  /** Fails each test whose requests or responses violate the specification. */
  static ServerFixture validating() {
    return new ServerFixture(settings -> settings, true);
  }

  /** Uploads a file and returns its ID. */
  String upload(String name, String text) {
    return upload(name, text.getBytes(StandardCharsets.UTF_8));
  }

  String upload(String name, byte[] bytes) {
    return current.upload(name, bytes).text("id");
  }

  /** Parses a file to the end. */
  TestClient.Response parse(String fileId, String config) {
    String body = "{'file': {'id': '" + fileId + "'}, 'config': " + config + "}";
    String run = current.post("/parse_runs", body).text("id");
    finishRuns();
    return current.get("/parse_runs/" + run);
  }

  /** Extracts from a file to the end. */
  TestClient.Response extract(String fileId, String config) {
    String body = "{'file': {'id': '" + fileId + "'}, 'config': " + config + "}";
    String run = current.post("/extract_runs", body).text("id");
    finishRuns();
    return current.get("/extract_runs/" + run);
  }

  /** Saves an extractor of one text and returns its ID. */
  String extractor(String name, String field) {
    return current
        .post(
            "/extractors", "{'name': '" + name + "', 'config': {'schema': " + schema(field) + "}}")
        .text("id");
  }

  /** A schema of one text, which may be null. */
  static String schema(String field) {
    return "{'type': 'object', 'properties': {'"
        + field
        + "': {'type': ['string', 'null']}}, 'required': ['"
        + field
        + "'], 'additionalProperties': false}";
  }

  static void assertFailed(TestClient.Response run, String reason, String message) {
    assertThat(run.text("status")).isEqualTo("FAILED");
    assertThat(run.text("failureReason")).isEqualTo(reason);
    assertThat(run.text("failureMessage")).isEqualTo(message);
    assertThat(run.at("output")).isNull();
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
