package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.AuthenticationException;
import io.github.extendclient.error.BadRequestException;
import io.github.extendclient.error.ConflictException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.PaymentRequiredException;
import io.github.extendclient.error.PermissionException;
import io.github.extendclient.error.RateLimitException;
import io.github.extendclient.error.ServerException;
import io.github.extendclient.error.UnprocessableException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorBodyTest extends MockServerFixture {
  @BeforeEach
  void oneAttempt() {
    client.retries(1, false);
  }

  static Stream<Arguments> classes() {
    return Stream.of(
        Arguments.of(400, BadRequestException.class),
        Arguments.of(401, AuthenticationException.class),
        Arguments.of(402, PaymentRequiredException.class),
        Arguments.of(403, PermissionException.class),
        Arguments.of(404, NotFoundException.class),
        Arguments.of(409, ConflictException.class),
        Arguments.of(410, ApiException.class),
        Arguments.of(422, UnprocessableException.class),
        Arguments.of(429, RateLimitException.class),
        Arguments.of(500, ServerException.class),
        Arguments.of(503, ServerException.class));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void theStatusChoosesTheClassWhateverTheBody(int status, Class<?> type) {
    enqueue(error(status, "<html><head><title>Sorry</title></head></html>"));

    ApiException failure = failure();

    assertThat(failure).isExactlyInstanceOf(type);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.serverMessage()).isEqualTo("Sorry");
  }

  @Test
  void theFlatBodyOfTheCurrentVersion() {
    enqueue(
        error(
            422,
            """
            {"code":"INVALID_REQUEST","message":"Bad file.","retryable":false,
             "requestId":"req_1","docUrl":"https://docs.example/x","more":{"a":[1]}}"""));

    ApiException failure = failure();

    assertThat(failure.code()).isEqualTo("INVALID_REQUEST");
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.requestId()).isEqualTo("req_1");
    assertThat(failure.docUrl()).isEqualTo("https://docs.example/x");
    assertThat(failure)
        .hasMessage(
            "GET /things/{id} returned 422: Bad file. (code INVALID_REQUEST, request req_1, see"
                + " https://docs.example/x). Correct the values that the text names; unchanged the"
                + " request fails again.");
  }

  @Test
  void theWrappedTextOfThePreviousVersion() {
    enqueue(error(404, "{\"success\":false,\"error\":\"No such run\"}"));

    assertThat(failure())
        .hasMessage(
            "GET /things/{id} returned 404: No such run. Check the ID, the workspace and the"
                + " region.");
  }

  @Test
  void theWrappedObject() {
    enqueue(error(400, "{\"error\":{\"code\":\"X\",\"message\":\"Wrong\",\"requestId\":\"r\"}}"));

    ApiException failure = failure();

    assertThat(failure.code()).isEqualTo("X");
    assertThat(failure.serverMessage()).isEqualTo("Wrong");
    assertThat(failure.requestId()).isEqualTo("r");
  }

  @Test
  void theRequestIdOfTheHeaderIsTakenWhenTheBodyHasNone() {
    enqueue(error(500, "", "x-extend-request-id: req_9"));

    ApiException failure = failure();

    assertThat(failure.requestId()).isEqualTo("req_9");
    assertThat(failure)
        .hasMessage(
            "GET /things/{id} returned 500 without a text (request req_9). Try again later; give the"
                + " request ID to the vendor's support.");
  }

  @Test
  void aTruncatedBodyKeepsTheStatusAndWhatCame() {
    enqueue(
        new MockResponse.Builder()
            .code(409)
            .body("{\"code\":\"BUSY\",\"message\":\"" + "x".repeat(100_000) + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    ApiException failure = failure();

    assertThat(failure).isInstanceOf(ConflictException.class);
    assertThat(failure.code()).isEqualTo("BUSY");
  }

  @Test
  void plainTextIsShownOnOneLineAndCut() {
    enqueue(error(400, "line one\n\tline two " + "x".repeat(1_000)));

    assertThat(failure().getMessage())
        .startsWith("GET /things/{id} returned 400: line one line two xxx")
        .hasSizeLessThan(700);
  }

  @Test
  void theRawBodyIsBounded() {
    enqueue(error(400, "x".repeat(1_000_000)));

    assertThat(failure().rawBody()).hasSize(64 * 1024);
  }

  @Test
  void aServerThatEchoesTheKeyDoesNotMakeUsShowIt() {
    enqueue(error(400, "{\"message\":\"Bad header: Bearer " + TestClient.KEY + "\"}"));

    ApiException failure = failure();

    assertThat(failure.getMessage()).contains("Bearer (key)").doesNotContain(TestClient.KEY);
    assertThat(failure.rawBody()).doesNotContain(TestClient.KEY);
  }

  private ApiException failure() {
    return catchThrowableOfType(ApiException.class, () -> client.things().get("th_1"));
  }
}
