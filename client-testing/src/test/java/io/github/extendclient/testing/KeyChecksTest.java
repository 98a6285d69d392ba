package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The check of the API key. */
final class KeyChecksTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @Test
  void missingKeyIs401() {
    Request.Builder request =
        fixture.current.request("/files/file_x").removeHeader("Authorization");

    assertRefused(request, "The header Authorization is missing: send \"Bearer \" and an API key.");
  }

  @Test
  void malformedKeyIs401() {
    Request.Builder request =
        fixture.current.request("/files/file_x").header("Authorization", "Basic YTpi");

    assertRefused(
        request, "The header Authorization is malformed: send \"Bearer \" and an API key.");
  }

  @Test
  void schemeOfTheKeyHasNoCase() {
    Request.Builder request =
        fixture
            .current
            .request("/files")
            .header("Authorization", "bearer " + fixture.server.apiKey());

    assertThat(fixture.current.send(request).status()).isEqualTo(200);
  }

  @Test
  void wrongKeyIs401AndNotRepeatedInTheMessage() {
    Request.Builder request =
        fixture.current.request("/files/file_x").header("Authorization", "Bearer sk_wrong");

    assertRefused(request, "The API key is not valid.");
  }

  private void assertRefused(Request.Builder request, String message) {
    TestClient.Response response = fixture.current.send(request);

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.json())
        .isEqualTo(
            Map.of(
                "code",
                "UNAUTHORIZED",
                "message",
                message,
                "retryable",
                false,
                "requestId",
                String.valueOf(response.http().header("x-extend-request-id"))));
  }
}
