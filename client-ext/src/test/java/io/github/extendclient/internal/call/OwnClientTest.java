package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.TransportException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With an own OkHttpClient, the client keeps its retries and checks, and does not change it. */
class OwnClientTest extends MockServerFixture {
  private final AtomicInteger seen = new AtomicInteger();
  private final OkHttpClient own =
      new OkHttpClient.Builder()
          .addInterceptor(
              chain -> {
                seen.incrementAndGet();
                return chain.proceed(chain.request());
              })
          .build();

  @AfterEach
  void endOwn() {
    own.dispatcher().executorService().shutdown();
    own.connectionPool().evictAll();
  }

  @Test
  void retriesHeadersAndInterceptorsWorkTogether() {
    client.httpClient(own);
    enqueue(TestClient.status(503), TestClient.ok());

    client.things().get("th_1");

    assertThat(seen).hasValue(2);
    assertThat(takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + TestClient.KEY);
  }

  @Test
  void aLostCreateIsNotRetriedOnAPooledConnection() {
    client.httpClient(own);

    assertThatALostCreateIsNotRetried();
  }

  @Test
  void aLostCreateIsNotRetriedThroughACallFactory() {
    client.callFactory(own::newCall);

    assertThatALostCreateIsNotRetried();
  }

  private void assertThatALostCreateIsNotRetried() {
    enqueue(
        TestClient.ok(),
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
        TestClient.ok());
    client.things().get("th_1");

    TransportException failure =
        catchThrowableOfType(
            TransportException.class, () -> client.things().create(new Thing("a", 1)));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void retriesAndHeadersWorkThroughACallFactory() {
    client.callFactory(own::newCall);
    enqueue(TestClient.status(503), TestClient.ok());

    assertThat(client.things().getAsync("th_1").join().name()).isEqualTo("a");

    assertThat(takeRequest().getHeaders().get("x-extend-api-version")).isEqualTo("2026-02-09");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void itsReadTimeoutHoldsButForOperationsThatHoldTheConnection() {
    client.httpClient(own.newBuilder().readTimeout(200, TimeUnit.MILLISECONDS).build());
    MockResponse slow =
        TestClient.ok().newBuilder().headersDelay(600, TimeUnit.MILLISECONDS).build();
    enqueue(slow, slow);

    catchThrowableOfType(TransportException.class, () -> client.things().create(new Thing("a", 1)));
    assertThat(client.things().make(new Thing("a", 1)).name()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyOfAnInterceptorThatIsLongerThanItDeclaresIsCutAtTheLimit(boolean inMemory) {
    String json = "{\"name\":\"" + "a".repeat(2000) + "\",\"size\":1}";
    Buffer bytes = new Buffer().writeUtf8(json);
    BufferedSource source = inMemory ? bytes : Okio.buffer((Source) bytes);
    ResponseBody declaresTen = ResponseBody.create(source, MediaType.get("application/json"), 10);
    client
        .maxResponseBytes(1000)
        .httpClient(
            new OkHttpClient.Builder()
                .addInterceptor(
                    chain -> chain.proceed(chain.request()).newBuilder().body(declaresTen).build())
                .build());
    enqueue(TestClient.ok());

    assertThatThrownBy(() -> client.things().get("th_1"))
        .hasMessageContaining(
            "the response is larger than 1000 bytes, the most that this client takes: raise"
                + " maxResponseBytes");
  }

  @Test
  void closingLeavesItAlone() {
    client.httpClient(own);
    enqueue(TestClient.ok());
    client.things().get("th_1");

    client.close();

    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "H2_PRIOR_KNOWLEDGE"})
  void theAttemptAfterAReadTimeoutUsesAFreshConnection(Protocol protocol) {
    server.setProtocols(List.of(protocol));
    OkHttpClient http = new OkHttpClient.Builder().protocols(List.of(protocol)).build();
    client.httpClient(http).readTimeout(Duration.ofMillis(300));
    enqueue(
        TestClient.ok(),
        TestClient.ok().newBuilder().headersDelay(30, TimeUnit.SECONDS).build(),
        TestClient.ok());

    client.things().get("th_1");
    client.things().get("th_2");

    int first = takeRequest().getConnectionIndex();
    assertThat(takeRequest().getConnectionIndex()).isEqualTo(first);
    assertThat(takeRequest().getConnectionIndex()).isNotEqualTo(first);
    http.connectionPool().evictAll();
  }
}
