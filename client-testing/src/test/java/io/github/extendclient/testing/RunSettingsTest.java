package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all runs have in common: credits, throughput, and when lists show them. */
final class RunSettingsTest {
  private final TestClock clock = new TestClock();
  private ExtendServer server = ExtendServer.builder().clock(clock).start();

  @AfterEach
  void close() {
    server.close();
  }

  private TestClient restart(ExtendServerBuilder builder) {
    server.close();
    server = builder.clock(clock).start();
    return new TestClient(server, TestClient.CURRENT);
  }

  private static String create(TestClient client) {
    return create(client, upload(client));
  }

  private static String upload(TestClient client) {
    return client.upload("a.txt", "Total: 5".getBytes(StandardCharsets.UTF_8)).text("id");
  }

  private static String create(TestClient client, String file) {
    return client.post("/parse_runs", "{'file': {'id': '" + file + "'}}").text("id");
  }

  @Test
  void eachRunUsesTheCreditsThatWereSet() {
    TestClient client = restart(ExtendServer.builder().creditsPerRun(3));
    String id = create(client);
    clock.advance(Duration.ofSeconds(1));

    assertThat(client.get("/parse_runs/" + id).at("usage.credits")).isEqualTo(3L);
  }

  @Test
  void runsBeyondTheThroughputWait() {
    TestClient client = restart(ExtendServer.builder().filesPerMinute(60));
    create(client);
    create(client);
    String third = create(client);

    clock.advance(Duration.ofMillis(2400));
    assertThat(client.get("/parse_runs/" + third).text("status")).isEqualTo("PROCESSING");
    clock.advance(Duration.ofMillis(100));
    assertThat(client.get("/parse_runs/" + third).text("status")).isEqualTo("PROCESSED");
  }

  @Test
  void listsShowANewRunLaterThanItsId() {
    TestClient client = restart(ExtendServer.builder().visibilityDelay(Duration.ofSeconds(2)));
    String id = create(client);

    assertThat((List<?>) client.get("/parse_runs").at("data")).isEmpty();
    assertThat(client.get("/parse_runs/" + id).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(2));
    assertThat((List<?>) client.get("/parse_runs").at("data")).hasSize(1);
  }

  @Test
  void runsOfAFileAreCounted() {
    TestClient client = restart(ExtendServer.builder());
    String file = upload(client);
    create(client, file);
    create(client, file);

    assertThat(server.runCount(file)).isEqualTo(2);
    assertThat(server.runCount("file_unknown")).isZero();
  }
}
