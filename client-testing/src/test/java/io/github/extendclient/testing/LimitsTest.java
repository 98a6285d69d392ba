package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rate limits and keys of organizations. */
final class LimitsTest {
  @Test
  void categoryHasItsOwnLimitInEachSecond() {
    try (ServerFixture fixture =
        new ServerFixture(settings -> settings.rateLimit(Category.GET, 2))) {
      fixture.current.get("/files");
      fixture.current.get("/files");
      TestClient.Response refused = fixture.current.get("/files");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.http().header("Retry-After")).isEqualTo("1");
      assertThat(refused.text("code")).isEqualTo("RATE_LIMIT_EXCEEDED");
      assertThat(refused.text("message"))
          .isEqualTo("More than 2 requests of the category GET in this second.");
      assertThat(refused.at("retryable")).isEqualTo(true);
      assertThat(fixture.upload("a.txt", "x")).startsWith("file_");
      fixture.clock.advance(Duration.ofSeconds(1));
      assertThat(fixture.current.get("/files").status()).isEqualTo(200);
      fixture.current.validation().assertNone();
    }
  }

  @Test
  void limitThatIsSetAfterTheStartIsForTheNextServer() {
    ExtendServerBuilder settings = ExtendServer.builder();
    try (ExtendServer server = settings.start();
        TestClient client = new TestClient(server, TestClient.CURRENT)) {
      settings.rateLimit(Category.GET, 1);

      client.get("/files");
      assertThat(client.get("/files").status()).isEqualTo(200);
    }
  }

  @Test
  void keyOfAnOrganizationNeedsTheWorkspace() {
    try (ServerFixture fixture =
        new ServerFixture(settings -> settings.organizationKey("sk_org"))) {
      assertThat(get(fixture, "sk_org", null).text("message"))
          .isEqualTo(
              "The header x-extend-workspace-id is missing: a key of an organization needs it,"
                  + " send ws_embedded.");
      assertThat(get(fixture, "sk_org", ExtendServer.WORKSPACE_ID).status()).isEqualTo(200);
      assertThat(get(fixture, fixture.server.apiKey(), null).status()).isEqualTo(200);
      assertThat(get(fixture, fixture.server.apiKey(), "ws_other").status()).isEqualTo(403);
    }
  }

  private static TestClient.Response get(
      ServerFixture fixture, String key, @Nullable String workspace) {
    Request.Builder request =
        fixture.current.request("/files").header("Authorization", "Bearer " + key);
    if (workspace != null) {
      request.header("x-extend-workspace-id", workspace);
    }
    return fixture.current.send(request);
  }
}
