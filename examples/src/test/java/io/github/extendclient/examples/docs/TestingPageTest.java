package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.ExtendServerExtension;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.testing.TestClock;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.FileFromUrl;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The code of docs/testing.md. */
class TestingPageTest {
  private static final ParseRunCreateRequest REQUEST =
      ParseRunCreateRequest.builder()
          .file(FileFromUrl.builder().url("https://example.com/invoice.pdf").build())
          .build();

  @Test
  void startsAServer() {
    // region start
    try (ExtendServer server = ExtendServer.start();
        ExtendClient extend =
            ExtendClient.builder()
                .apiKey(server.apiKey())
                .baseUrl(server.url().toString())
                .build()) {
      server.faults().next("POST /parse_runs", Fault.status(429).retryAfter("0"));
      extend.parseRuns().create(REQUEST);
      assertThat(server.count("POST /parse_runs")).isEqualTo(2);
    }
    // endregion
  }

  // region extension
  @ExtendWith(ExtendServerExtension.class)
  static class UploadTest {
    @Test
    void aCreateWhoseResponseIsLostIsNotRetried(ExtendServer server) {
      server.faults().next("POST /parse_runs", Fault.dropAt(Stage.RESPONSE_START));

      try (ExtendClient extend = client(server)) {
        assertThatThrownBy(() -> extend.parseRuns().create(REQUEST))
            .isInstanceOfSatisfying(
                TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isTrue());
      }
      assertThat(server.acceptedCount("POST /parse_runs")).isOne();
    }
  }

  // endregion

  @Test
  void theExtensionGivesAServer() {
    try (ExtendServer server = ExtendServer.start()) {
      new UploadTest().aCreateWhoseResponseIsLostIsNotRetried(server);
    }
  }

  @Test
  void movesTheClock() {
    // region clock
    TestClock clock = new TestClock();
    try (ExtendServer server = ExtendServer.builder().clock(clock).start();
        ExtendClient extend = client(server)) {
      String file = extend.files().upload(Path.of("documents", "invoice.pdf")).getId();
      FileFromId input = FileFromId.builder().id(file).build();
      String id =
          extend.parseRuns().create(ParseRunCreateRequest.builder().file(input).build()).getId();
      assertThat(extend.parseRuns().retrieve(id).isPending()).isTrue();

      clock.advance(Duration.ofSeconds(1));
      ParseRun run = extend.parseRuns().retrieve(id);
      assertThat(run.getStatus()).isEqualTo(RunStatus.PROCESSED);
    }
    // endregion
  }

  @Test
  void makesFaults() {
    try (ExtendServer server = ExtendServer.start()) {
      // region faults
      server.faults().next("POST /parse_runs", Fault.status(503).retryAfter("1"));
      server.faults().next("GET /files/{id}", 2, Fault.dropAt(Stage.RESPONSE_BODY));
      server.faults().rate("*", 0.05, Fault.delay(Duration.ofMillis(200)));
      // endregion
      server.faults().clear();
      try (ExtendClient extend = client(server)) {
        assertThat(extend.parseRuns().create(REQUEST).getId()).startsWith("pr_");
      }
    }
  }

  private static ExtendClient client(ExtendServer server) {
    return ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build();
  }
}
