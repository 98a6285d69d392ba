package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RequestLogTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @Test
  void callIsRecordedWithWhatBecameOfIt() {
    fixture.current.post("/parse_runs", "{'file': 1}");

    RecordedRequest call = fixture.server.requests().get(0);
    assertThat(call.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path()).isEqualTo("/parse_runs");
    assertThat(call.operation()).isEqualTo("POST /parse_runs");
    assertThat(call.bodySize()).isEqualTo(11);
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.fault()).isNull();
    assertThat(call.isAccepted()).isFalse();
    assertThat(call).hasToString("POST /parse_runs -> 400");
  }

  @Test
  void keyIsHidden() {
    fixture.current.get("/files/file_x");

    RecordedRequest call = fixture.server.requests().get(0);
    assertThat(call.header("Authorization")).isEqualTo("(hidden)");
    assertThat(call.header("X-Extend-Api-Version")).isEqualTo("2026-02-09");
    assertThat(call.header("x-other")).isNull();
    assertThat(call.headers().toString()).doesNotContain(fixture.server.apiKey());
  }

  @Test
  void pathIsKeptAsItWasSent() {
    fixture.current.get("/files/a%2Fb?rawText=true");

    assertThat(fixture.server.requests().get(0).path()).isEqualTo("/files/a%2Fb?rawText=true");
    assertThat(fixture.server.requests().get(0).operation()).isEqualTo("GET /files/{id}");
  }

  @Test
  void callThatIsNoOperationHasNone() {
    fixture.current.get("/nothing");

    assertThat(fixture.server.requests().get(0).operation()).isNull();
  }

  @Test
  void faultIsNamed() {
    fixture.server.faults().next("GET /files/{id}", Fault.status(500));
    fixture.current.get("/files/file_x");

    assertThat(fixture.server.requests().get(0))
        .hasToString("GET /files/file_x -> 500 (status 500)");
  }

  @Test
  void bothVersionsAreCountedTogether() {
    fixture.current.get("/files/file_x");
    fixture.legacy.get("/files/file_x");

    assertThat(fixture.server.count("GET /files/{id}")).isEqualTo(2);
    assertThat(fixture.server.acceptedCount("GET /files/{id}")).isZero();
    assertThat(fixture.server.count("DELETE /files/{id}")).isZero();
  }

  @Test
  void countOfWhatIsNoOperationIsRefused() {
    assertThatThrownBy(() -> fixture.server.count("GET /nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the server has no operation \"GET /nothing\": use \"*\" or one of");
  }

  @Test
  void only10000AreRemembered() {
    RequestLog log = new RequestLog();
    for (int i = 0; i <= 10_000; i++) {
      log.add(
          new RecordedRequest(Instant.EPOCH, "GET", "/" + i, null, Map.of(), 0, 200, null, true));
    }

    assertThat(log.calls()).hasSize(10_000);
    assertThat(log.calls().get(0).path()).isEqualTo("/1");
  }
}
