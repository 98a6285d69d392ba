package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LifecycleTest {
  @Test
  void addressIsLoopbackWithoutSlash() {
    try (ExtendServer server = ExtendServer.start()) {
      assertThat(server.url().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
      assertThat(server).hasToString("ExtendServer{" + server.url() + "}");
      assertThat(server.apiKey()).isEqualTo(ExtendServer.DEFAULT_API_KEY);
    }
  }

  @Test
  void ownKeyIsTheOnlyOne() {
    try (ExtendServer server = ExtendServer.builder().apiKey("sk_mine").start();
        TestClient client = new TestClient(server, TestClient.CURRENT)) {
      assertThat(client.get("/files/file_x").status()).isEqualTo(404);
      assertThat(
              client
                  .send(
                      client
                          .request("/files/file_x")
                          .header("Authorization", "Bearer " + ExtendServer.DEFAULT_API_KEY))
                  .status())
          .isEqualTo(401);
    }
  }

  @Test
  void takenPortIsNamed() {
    try (ExtendServer server = ExtendServer.start()) {
      int port = server.url().getPort();

      assertThatThrownBy(() -> ExtendServer.builder().port(port).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("cannot listen on port " + port + " of 127.0.0.1");
    }
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    ExtendServerBuilder builder = ExtendServer.builder();

    assertThatThrownBy(() -> builder.apiKey(" ")).hasMessage("the API key must not be blank");
    assertThatThrownBy(() -> builder.port(65_536))
        .hasMessage("port must be between 0 and 65535, but is 65536");
    assertThatThrownBy(() -> builder.pendingTime(Duration.ofMillis(-1)))
        .hasMessage("pendingTime must not be negative, but is PT-0.001S");
    assertThatThrownBy(() -> builder.processingTime(Duration.ofMillis(-2)))
        .hasMessage("processingTime must not be negative, but is PT-0.002S");
  }

  /** The number of rounds: a thread that was told to end may live for another moment. */
  @RepeatedTest(50)
  void closeEndsConnectionsAndThreads() {
    ExtendServer server = ExtendServer.start();
    try (TestClient client = new TestClient(server, TestClient.CURRENT)) {
      client.get("/files/file_x");
      String port = String.valueOf(server.url().getPort());
      assertThat(LiveServerThreads.of(port)).isNotEmpty();

      server.close();

      assertThat(LiveServerThreads.of(port)).isEmpty();
      assertThatThrownBy(() -> client.trySend(client.request("/files/file_x")))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void closeEndsTheThreadsOfWebhooksAndDocuments() {
    ServerFixture fixture = new ServerFixture();
    String port = String.valueOf(fixture.server.url().getPort());
    fixture.current.post(
        "/webhook_endpoints",
        "{'url': '"
            + fixture.server.url()
            + "', 'name': 'n', 'apiVersion': '2026-02-09', 'enabledEvents':"
            + " ['extractor.created']}");
    fixture.extractor("X", "a");
    fixture.parse(fixture.upload("a.pdf", SamplePdf.invoice()), "{}");
    assertThat(LiveServerThreads.of(port + "-clock")).isNotEmpty();

    fixture.close();

    assertThat(LiveServerThreads.of(port)).isEmpty();
  }

  @Test
  void closeTwiceIsFine() {
    ExtendServer server = ExtendServer.start();
    server.close();
    server.close();
  }

  @Test
  void uploadOfAGigabyteFitsASmallHeapAndTheProgramEndsWithTheServer(@TempDir Path temp)
      throws Exception {
    Path output = temp.resolve("output.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-Djava.io.tmpdir=" + temp,
                "-cp",
                System.getProperty("java.class.path"),
                GigabyteUpload.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(program.waitFor(180, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output))
        .isEqualTo(
            "FILE_SIZE_TOO_LARGE: The file large.txt has 1073741824 bytes; the embedded server"
                + " keeps the content of files up to 52428800 bytes.\n");
    assertThat(program.exitValue()).isZero();
  }
}
