package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** After every kind of end of a call, its connection is free and its threads end. */
class LeakTest extends MockServerFixture {
  private final ConnectionPool pool = new ConnectionPool();

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of("success", TestClient.ok()),
        Arguments.of("refusal", error(404, "{\"message\":\"no\"}")),
        Arguments.of("large error", error(500, "x".repeat(1_000_000))),
        Arguments.of("redirect", error(307, "moved", "Location: https://elsewhere.example/")),
        Arguments.of("not JSON", error(200, "x".repeat(500_000))),
        Arguments.of("wrong JSON", error(200, "{\"name\":[" + "1,".repeat(100_000) + "1]}")),
        Arguments.of("too large", error(200, " ".repeat(2_000_000) + "{}")),
        Arguments.of(
            "dead connection",
            TestClient.ok().newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endings")
  void theConnectionIsFree(String ending, MockResponse response) {
    client
        .httpClient(new OkHttpClient.Builder().connectionPool(pool).build())
        .retries(1, false)
        .deadline(Duration.ofMinutes(1));
    enqueue(response, response, response);

    catchThrowable(() -> client.things().get("th_1"));
    catchThrowable(() -> client.things().create(new Thing("a", 1)));
    catchThrowable(() -> client.things().getAsync("th_1").join());

    assertThat(eventually(() -> pool.connectionCount() == pool.idleConnectionCount())).isTrue();
  }

  @Test
  void closingEndsTheThreads() {
    enqueue(TestClient.ok());
    client.things().getAsync("th_1").join();

    client.close();

    assertThat(
            eventually(
                () ->
                    Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().matches("extend-client-\\d+"))))
        .isTrue();
  }
}
