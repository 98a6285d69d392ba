package io.github.extendclient.examples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.ExtendServerExtension;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.v20260209.model.File;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ExtendServerExtension.class)
class MeteredClientTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void timesEachAttemptByOperationAndStatus(ExtendServer server) {
    File file = useFile(server);

    assertThat(count("POST", "files_upload", "200")).isOne();
    assertThat(count("GET", "files_retrieve", "503")).isOne();
    assertThat(count("GET", "files_retrieve", "200")).isOne();
    assertThat(registry.getMetersAsString()).doesNotContain(file.getId());
  }

  @Test
  void countsWhatIsSentAgain(ExtendServer server) {
    useFile(server);

    assertThat(
            registry
                .get("extend.retries")
                .tags("operation", "files_retrieve", "cause", "503")
                .counter()
                .count())
        .isOne();
  }

  private File useFile(ExtendServer server) {
    server.faults().next("GET /files/{id}", Fault.status(503));
    try (ExtendClient extend =
        MeteredClient.builder(registry)
            .apiKey(server.apiKey())
            .baseUrl(server.url().toString())
            .build()) {
      File file =
          extend.files().upload(Upload.of("note.md", "A note".getBytes(StandardCharsets.UTF_8)));
      extend.files().retrieve(file.getId());
      return file;
    }
  }

  private long count(String method, String path, String status) {
    return registry
        .get("extend.requests")
        .tags("method", method, "uri", path, "status", status)
        .timer()
        .count();
  }
}
