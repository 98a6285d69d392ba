package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.PartsApi;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import retrofit2.http.GET;
import retrofit2.http.Url;

class HeadersTest extends MockServerFixture {
  @Test
  void eachRequestHasKeyAgentVersionAndWorkspace() {
    client.workspace("ws_1");
    enqueue(TestClient.ok());

    client.things().get("th_1");

    RecordedRequest request = takeRequest();
    assertThat(request.getTarget()).isEqualTo("/things/th_1");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestClient.KEY);
    assertThat(request.getHeaders().get("x-extend-api-version")).isEqualTo("2026-02-09");
    assertThat(request.getHeaders().get("x-extend-workspace-id")).isEqualTo("ws_1");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("test/1");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
  }

  @Test
  void theVersionIsThatOfTheInterface() {
    enqueue(TestClient.ok());

    client.api(PartsApi.class).get("th_part_1");

    RecordedRequest request = takeRequest();
    assertThat(request.getHeaders().get("x-extend-api-version")).isEqualTo("2025-04-21");
    assertThat(request.getHeaders().get("x-extend-workspace-id")).isNull();
  }

  @Test
  void aBodyIsSentAsJson() {
    enqueue(TestClient.ok());

    client.things().create(new Thing("a", 2));

    RecordedRequest request = takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(request.getBody().utf8()).isEqualTo("{\"name\":\"a\",\"size\":2}");
  }

  @Test
  void aBaseUrlMayHaveAPath() {
    client = TestClient.to(server.url("/proxy/extend/").toString());
    enqueue(TestClient.ok());

    client.things().get("th_1");

    assertThat(takeRequest().getTarget()).isEqualTo("/proxy/extend/things/th_1");
  }

  @ApiVersion("2026-02-09")
  interface Elsewhere {
    @Operation(id = "elsewhere", idempotent = true, category = RateLimitCategory.GET)
    @GET
    Thing get(@Url String url);
  }

  @Test
  void theKeyIsNotCarriedToAnotherOrigin() {
    assertThatThrownBy(() -> client.api(Elsewhere.class).get("http://127.0.0.1:1/x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The request goes to http://127.0.0.1:1, but this client and its key belong to"
                + " http://localhost:"
                + server.getPort()
                + ".");
  }
}
