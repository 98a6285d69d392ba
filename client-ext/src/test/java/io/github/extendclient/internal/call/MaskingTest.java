package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import org.junit.jupiter.api.Test;

/** What a server sends back shows neither the key nor control characters. */
class MaskingTest extends MockServerFixture {
  @Test
  void theKeyIsMaskedAlsoWhereAServerEchoesItEscaped() {
    String escaped = TestClient.KEY.replace("_", "\\u005f");
    enqueue(
        error(
            400,
            "{\"message\":\"key " + escaped + "\",\"requestId\":\"" + TestClient.KEY + "\"}",
            "x-extend-request-id: " + TestClient.KEY));

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client.things().get("th_1"));

    assertThat(failure.getMessage()).contains("key (key)").doesNotContain(TestClient.KEY);
    assertThat(failure.rawBody()).doesNotContain(TestClient.KEY).doesNotContain(escaped);
    assertThat(failure.requestId()).isEqualTo("(key)");
  }

  @Test
  void theKeyIsMaskedWhereItComesBackInHeaders() {
    enqueue(
        error(400, "", "x-extend-request-id: " + TestClient.KEY, "Location: /" + TestClient.KEY),
        error(301, "", "Location: http://a.example/" + TestClient.KEY),
        error(200, "x", "Content-Type: text/" + TestClient.KEY));

    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> client.things().get("th_1"));
    assertThat(refused.requestId()).isEqualTo("(key)");
    assertThat(refused.getMessage()).doesNotContain(TestClient.KEY);
    assertThatThrownBy(() -> client.things().get("th_1"))
        .hasMessageNotContaining(TestClient.KEY)
        .hasMessageContaining("The redirect to ");
    assertThatThrownBy(() -> client.things().get("th_1"))
        .hasMessageNotContaining(TestClient.KEY)
        .hasMessageContaining("text/(key)");
  }

  @Test
  void controlCharactersOfAServerDoNotReachTheMessage() {
    enqueue(error(400, "{\"message\":\"a\\u001b[31m\\r\\nb\\u202ec\\u0085d\"}"));

    assertThatThrownBy(() -> client.things().get("th_1"))
        .hasMessageStartingWith("GET /things/{id} returned 400: a [31m b c d.");
  }
}
