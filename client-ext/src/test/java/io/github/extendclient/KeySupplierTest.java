package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ApiKeyException;
import io.github.extendclient.error.AuthenticationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API key changes during the life of a client. */
class KeySupplierTest extends ClientFixture {
  private ExtendClient extend(Supplier<String> key) {
    return builder().apiKey(key).build();
  }

  private static Supplier<String> oneAfterTheOther(String... keys) {
    Deque<String> left = new ArrayDeque<>(List.of(keys));
    return left::pop;
  }

  private static MockResponse run() {
    return new MockResponse.Builder().body("{\"id\":\"pr_1\"}").build();
  }

  @Test
  void isAskedForEveryAttempt() {
    ExtendClient extend = extend(oneAfterTheOther("sk_1", "sk_2", "sk_3"));
    enqueue(error(503, ""), run(), run());

    extend.parseRuns().retrieve("pr_1");
    extend.withOptions(CallOptions.builder().maxAttempts(1).build()).parseRuns().retrieve("pr_1");

    for (String key : List.of("sk_1", "sk_2", "sk_3")) {
      assertThat(takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer " + key);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' ' | is blank: give a key from the dashboard's developer settings.",
        "'' | is blank: give a key from the dashboard's developer settings.",
        "'sk_secret\n' | has a line break at position 10 of 10: copy the key without quotes, spaces"
            + " and line breaks.",
      })
  void anInvalidKeyIsNotSent(String key, String flaw) {
    assertThatThrownBy(() -> extend(() -> key).parseRuns().retrieve("pr_1"))
        .isInstanceOfSatisfying(
            ApiKeyException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse())
        .hasMessage(
            "GET /parse_runs/{id} was not sent (0 attempts in 0 ms). The API key from the supplier "
                + flaw);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aSupplierThatFailsIsTheCause() {
    Supplier<String> failing =
        () -> {
          throw new IllegalStateException("vault sealed, token sk_secret");
        };

    assertThatThrownBy(extend(failing).parseRuns().retrieveAsync("pr_1")::join)
        .cause()
        .isInstanceOf(ApiKeyException.class)
        .hasMessage(
            "GET /parse_runs/{id} was not sent (0 attempts in 0 ms). The supplier of the API key"
                + " failed with IllegalStateException.")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void theCallFormThrowsTheSameException() {
    ExtendClient extend = extend(() -> "");

    assertThatThrownBy(extend.parseRuns().retrieveCall("pr_1")::execute)
        .isInstanceOf(ApiKeyException.class);
  }

  @Test
  void theRequestOfACallHasNoKeyBeforeItIsSent() {
    ExtendClient extend =
        extend(
            () -> {
              throw new AssertionError("is asked for the key");
            });

    assertThat(extend.parseRuns().retrieveCall("pr_1").request().header("Authorization")).isNull();
  }

  @Test
  void aMissingKeyAtARetryKeepsTheFirstFailure() {
    ExtendClient extend = extend(oneAfterTheOther("sk_1", ""));
    enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    ApiKeyException failure =
        catchThrowableOfType(ApiKeyException.class, () -> extend.parseRuns().delete("pr_1"));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(failure.call().attempts()).isEqualTo(1);
    assertThat(failure).hasMessageEndingWith(" An earlier attempt may have taken effect.");
  }

  @Test
  void theKeyOfTheAttemptIsMaskedInWhatTheServerSays() {
    ExtendClient extend = extend(oneAfterTheOther("sk_first", "sk_second"));
    enqueue(
        error(503, "{\"message\":\"sk_first\"}"),
        error(401, "{\"message\":\"Unknown key sk_second.\"}"));

    AuthenticationException failure =
        catchThrowableOfType(
            AuthenticationException.class, () -> extend.parseRuns().retrieve("pr_1"));

    assertThat(failure.rawBody()).isEqualTo("{\"message\":\"Unknown key (key).\"}");
    assertThat(failure).hasMessageNotContaining("sk_second");
  }

  @Test
  void toStringDoesNotCallTheKeySupplier() {
    Supplier<String> never =
        () -> {
          throw new AssertionError();
        };

    assertThat(extend(never).toString()).startsWith("ExtendClient{baseUrl=http://localhost:");
  }
}
