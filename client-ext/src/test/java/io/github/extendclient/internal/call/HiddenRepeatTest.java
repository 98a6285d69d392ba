package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** OkHttp repeats some requests by itself; here it must not. Counted at the server. */
class HiddenRepeatTest extends MockServerFixture {
  private static final Thing BODY = new Thing("a", 1);

  @Test
  void aCreateIsNotRetriedAfter408() {
    enqueue(TestClient.status(408), TestClient.ok());

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client.things().create(BODY));

    assertThat(failure.status()).isEqualTo(408);
    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCreateIsNotRetriedAfter503WithRetryAfterZero() {
    enqueue(error(503, "", "Retry-After: 0"), TestClient.ok());

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client.things().create(BODY));

    assertThat(failure.status()).isEqualTo(503);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ZERO);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aPostWithoutBodyIsNotRetried() {
    enqueue(error(503, "", "Retry-After: 0"), TestClient.ok());

    catchThrowableOfType(ApiException.class, () -> client.things().cancel("th_1"));

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void okHttpAddsNoAttemptsToARead() {
    for (int i = 0; i < 10; i++) {
      enqueue(i % 2 == 0 ? TestClient.status(408) : error(503, "", "Retry-After: 0"));
    }

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client.things().get("th_1"));

    assertThat(failure.call().attempts()).isEqualTo(3);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aHiddenOkHttpClientDoesNotRetryACreate() {
    OkHttpClient hidden = new OkHttpClient();
    client.callFactory(hidden::newCall);
    enqueue(error(503, "", "Retry-After: 0"), TestClient.status(408), TestClient.ok());

    catchThrowableOfType(ApiException.class, () -> client.things().create(BODY));
    assertThat(server.getRequestCount()).isEqualTo(1);
    catchThrowableOfType(ApiException.class, () -> client.things().create(BODY));
    assertThat(server.getRequestCount()).isEqualTo(2);
  }
}
