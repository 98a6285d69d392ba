package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.PromptSockets;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.io.IOException;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest extends MockServerFixture {
  private final MockWebServer other = PromptSockets.mockServer();

  @BeforeEach
  void startOther() throws IOException {
    other.start();
  }

  @AfterEach
  void stopOther() {
    other.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void nothingGoesToAnotherOrigin(int status) {
    client.workspace("ws_1");
    enqueue(error(status, "", "Location: " + other.url("/steal?token=1")));
    enqueue(error(status, "", "Location: " + other.url("/steal")));

    ApiException read = catchThrowableOfType(ApiException.class, () -> client.things().get("th_1"));
    ApiException create =
        catchThrowableOfType(ApiException.class, () -> client.things().create(new Thing("a", 1)));

    assertThat(other.getRequestCount()).isZero();
    assertThat(create.status()).isEqualTo(status);
    assertThat(read)
        .hasMessage(
            "GET /things/{id} returned "
                + status
                + " without a text. The redirect to http://localhost:"
                + other.getPort()
                + " was not followed: set the base URL that responds by itself.");
  }

  @Test
  void nothingGoesToAnotherOriginThroughAUsersOwnClient() {
    client.httpClient(new OkHttpClient.Builder().followRedirects(true).build());
    enqueue(error(307, "", "Location: " + other.url("/steal")));

    catchThrowableOfType(ApiException.class, () -> client.things().create(new Thing("a", 1)));

    assertThat(other.getRequestCount()).isZero();
  }

  @Test
  void aReadFollowsARedirectWithinTheOrigin() {
    enqueue(error(307, "", "Location: /things/th_2"), TestClient.ok());

    assertThat(client.things().get("th_1").name()).isEqualTo("a");

    takeRequest();
    assertThat(takeRequest().getTarget()).isEqualTo("/things/th_2");
  }

  @Test
  void aCreateFollowsNoRedirect() {
    enqueue(error(307, "", "Location: /things/new"), TestClient.ok());

    catchThrowableOfType(ApiException.class, () -> client.things().create(new Thing("a", 1)));

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRedirectCycleEnds() {
    for (int i = 0; i < 20; i++) {
      enqueue(error(307, "", "Location: /things/th_1"));
    }

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client.things().get("th_1"));

    assertThat(failure.status()).isEqualTo(307);
    assertThat(server.getRequestCount()).isEqualTo(6);
  }

  @Test
  void aResponseFromAnotherHostIsRefusedWithACallFactory() {
    client.callFactory(new OkHttpClient()::newCall);
    enqueue(error(307, "", "Location: " + other.url("/steal")));
    other.enqueue(TestClient.ok());

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> client.things().get("th_1"));

    assertThat(failure)
        .hasMessage(
            "GET /things/{id} failed: the call factory followed a redirect to http://localhost:"
                + other.getPort()
                + ": it must not follow redirects (1 attempt in 0 ms).");
  }
}
