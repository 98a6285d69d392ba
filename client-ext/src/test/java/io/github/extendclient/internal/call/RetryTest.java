package io.github.extendclient.internal.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.RateLimitException;
import io.github.extendclient.error.ServerException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.testsupport.ThingsApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest extends MockServerFixture {
  private static final Thing BODY = new Thing("a", 1);

  private static final String RETRYABLE = "{\"retryable\":true}";

  private static final String NOT_RETRYABLE = "{\"retryable\":false}";

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void aReadIsRetriedAfterATransientFailure(int status) {
    enqueue(TestClient.status(status), TestClient.status(status), TestClient.ok());

    assertThat(client.things().get("th_1").name()).isEqualTo("a");

    assertThat(server.getRequestCount()).isEqualTo(3);
    assertThat(client.timeline().waits()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 409, 422, 501})
  void aReadIsNotRetriedAfterAPermanentFailure(int status) {
    enqueue(TestClient.status(status));

    catchThrowableOfType(ApiException.class, () -> client.things().get("th_1"));

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void theBodyDecidesOverTheStatusOfARead() {
    enqueue(error(404, RETRYABLE), TestClient.ok(), error(503, NOT_RETRYABLE));

    client.things().get("th_1");
    assertThat(server.getRequestCount()).isEqualTo(2);

    catchThrowableOfType(ServerException.class, () -> client.things().get("th_1"));
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aCreateIsNotRetriedAfterAServerError(int status) {
    enqueue(TestClient.status(status));

    ServerException failure =
        catchThrowableOfType(ServerException.class, () -> client.things().create(BODY));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(failure)
        .hasMessage(
            "POST /things returned "
                + status
                + " without a text. Try again later; give the request ID to the vendor's support."
                + " It was not sent again, because it may have taken effect: look whether the"
                + " result exists before you send it again.");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCreateIsNotRetriedAfterA500MarkedRetryable() {
    enqueue(error(500, RETRYABLE));

    catchThrowableOfType(ServerException.class, () -> client.things().create(BODY));

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCallerCanAcceptTheRiskOfASecondCreate() {
    client.retries(3, true);
    enqueue(error(500, RETRYABLE), TestClient.ok());

    client.things().create(BODY);

    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void acceptingTheRiskDoesNotCoverAnErrorThatSaysNothing() {
    client.retries(3, true);
    enqueue(TestClient.status(500));

    catchThrowableOfType(ServerException.class, () -> client.things().create(BODY));

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCreateIsRetriedAfter429() {
    enqueue(TestClient.status(429), TestClient.ok());

    client.things().create(BODY);

    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aCreateIsNotRetriedAfter429ThatIsNotRetryable() {
    enqueue(error(429, NOT_RETRYABLE));

    RateLimitException failure =
        catchThrowableOfType(RateLimitException.class, () -> client.things().create(BODY));

    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCreateIsRetriedAfter503WithRetryAfterAndRetryable() {
    enqueue(error(503, RETRYABLE, "Retry-After: 2"), TestClient.ok());

    client.things().create(BODY);

    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(client.timeline().waits().get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aCreateIsRetriedWhenTheConnectionIsRefused() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    client = TestClient.to("http://localhost:" + port + "/");

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> client.things().create(BODY));

    assertThat(failure.call().attempts()).isEqualTo(3);
    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(failure)
        .hasMessageStartingWith("POST /things got no complete response: ConnectException: Failed")
        .hasMessageEndingWith("Check the network, the proxy and the base URL.");
  }

  @Test
  void aCreateIsRetriedWhenTheNameIsUnknown() {
    client = TestClient.to("http://does-not-exist.invalid/");

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> client.things().create(BODY));

    assertThat(failure.call().attempts()).isEqualTo(3);
    assertThat(failure.mayHaveBeenAccepted()).isFalse();
  }

  @Test
  void aCreateIsRetriedWhenTheTlsHandshakeFails() throws IOException {
    try (ServerSocket closing = new ServerSocket(0)) {
      Thread server =
          new Thread(
              () -> {
                for (int i = 0; i < 3; i++) {
                  try (Socket accepted = closing.accept()) {
                    accepted.getOutputStream().write("no TLS here".getBytes(UTF_8));
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }
              });
      server.start();
      client = TestClient.to("https://localhost:" + closing.getLocalPort() + "/");

      TransportException failure =
          catchThrowableOfType(TransportException.class, () -> client.things().create(BODY));

      assertThat(failure.call().attempts()).isEqualTo(3);
      assertThat(failure.mayHaveBeenAccepted()).isFalse();
    }
  }

  @Test
  void anUploadFromAStreamThatWasReadIsNotSentAgain() {
    enqueue(TestClient.status(429));

    RateLimitException failure =
        catchThrowableOfType(
            RateLimitException.class,
            () ->
                client
                    .things()
                    .upload(
                        Upload.of("a.txt", new ByteArrayInputStream(new byte[10])).toPart("file"),
                        null));

    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(failure)
        .hasMessageEndingWith(
            "It was not sent again, because its body comes from a stream that can be read only"
                + " once: upload a file or bytes instead.");
  }

  @Test
  void anUploadOfBytesIsSentAgainInFull() {
    enqueue(TestClient.status(429), TestClient.ok());

    client.things().upload(Upload.of("a.txt", new byte[10_000]).toPart("file"), null);

    assertThat(takeRequest().getBodySize()).isEqualTo(takeRequest().getBodySize());
  }

  @Test
  void oneAttemptSwitchesRetriesOff() {
    client.retries(1, false);
    enqueue(TestClient.status(503));

    catchThrowableOfType(ServerException.class, () -> client.things().get("th_1"));

    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(client.timeline().waits()).isEmpty();
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("blocking", (Form) things -> things.get("th_1")),
        Arguments.of("future", (Form) things -> things.getAsync("th_1").join()),
        Arguments.of("call", (Form) things -> things.getCall("th_1").execute()));
  }

  /** A way to make the same call. */
  @FunctionalInterface
  interface Form {
    void call(ThingsApi things) throws IOException;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void theListenerSeesEveryAttemptOfEveryForm(String name, Form form) throws IOException {
    enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
        TestClient.status(503),
        TestClient.ok());

    form.call(client.things());

    assertThat(client.events())
        .extracting(event -> event.operationId(), event -> event.attempt(), event -> event.status())
        .containsExactly(
            tuple("things_get", 1, null), tuple("things_get", 2, 503), tuple("things_get", 3, 200));
    assertThat(client.events())
        .extracting(event -> event.nextIn())
        .containsExactly(client.timeline().waits().get(0), client.timeline().waits().get(1), null);
    assertThat(client.events().get(0).failure()).isInstanceOf(IOException.class);
    assertThat(client.events().get(1).failure()).isNull();
    assertThat(client.events().get(2).failure()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {520, 521, 522, 523, 524, 529, 530})
  void aReadIsRetriedAfterTheStatusesOfAGateway(int status) {
    enqueue(TestClient.status(status), TestClient.ok());

    assertThat(client.things().get("th_1").name()).isEqualTo("a");
  }
}
