package io.github.extendclient.cli;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.TestClock;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates files and runs to delete, on a server whose clock the test moves. */
public final class ServerDocuments implements AutoCloseable {
  private final TestClock clock;
  private final ExtendClient extend;

  public ServerDocuments(ExtendServer server, TestClock clock) {
    this.clock = clock;
    this.extend =
        ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build();
  }

  /** Uploads a text; returns the ID of the file. */
  public String file(String name) {
    return extend.files().upload(Upload.of(name, name.getBytes(StandardCharsets.UTF_8))).getId();
  }

  public List<String> files(int number) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(file("document-" + i + ".txt"));
    }
    return ids;
  }

  /** Parses a file and lets the run end; returns the ID of the run. */
  public String parseRun(String file) {
    String id =
        extend
            .parseRuns()
            .create(
                ParseRunCreateRequest.builder().file(FileFromId.builder().id(file).build()).build())
            .getId();
    clock.advance(Duration.ofSeconds(1));
    return extend.parseRuns().retrieve(id).getId();
  }

  /** Classifies a file and lets the run end; returns the ID of the run. */
  public String classifyRun(String file) {
    String id =
        extend
            .operations()
            .get("classifyRuns_create")
            .call(
                Map.of(),
                JsonValue.ofJson(
                    """
                    {"file": {"id": "%s"}, "config": {"classifications": [
                      {"id": "other", "type": "other", "description": "Anything."}]}}
                    """
                        .formatted(file)))
            .asObject()
            .get("id")
            .asString();
    clock.advance(Duration.ofSeconds(1));
    return id;
  }

  public void age(int days) {
    clock.advance(Duration.ofDays(days));
  }

  @Override
  public void close() {
    extend.close();
  }
}
