package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A delete that succeeded, or may have. */
class DeleteTest extends MockServerFixture {
  @Test
  void aDeleteThatLostItsResponseAndThenFindsNothingMayHaveDeleted() {
    enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
        error(404, "{\"code\":\"NOT_FOUND\",\"message\":\"No such thing.\"}"));

    NotFoundException failure =
        catchThrowableOfType(NotFoundException.class, () -> client.things().delete("th_1"));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(failure)
        .hasMessageContaining(
            "An earlier attempt of this call lost its response and may have deleted it.");
  }

  @Test
  void aDeleteThatFindsNothingAtOnceHasDeletedNothing() {
    enqueue(TestClient.status(404));

    NotFoundException failure =
        catchThrowableOfType(NotFoundException.class, () -> client.things().delete("th_1"));

    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(failure)
        .hasMessage(
            "DELETE /things/{id} returned 404 without a text. Check the ID, the workspace and the"
                + " region.");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 205})
  void aDeleteThatSucceedsWithoutABodyHasSucceeded(int status) {
    enqueue(TestClient.status(status));

    assertThat(client.things().delete("th_1")).isEqualTo(new Thing(null, 0));

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "\"OK\"", "true", "OK", "[]", "{\"size\":{}}", "{"})
  void aDeleteThatSucceedsHasSucceededWhateverItsBody(String body) {
    enqueue(
        error(200, body),
        error(200, body, "Content-Type: application/json"),
        error(200, body, "Content-Type: text/plain"));

    for (int i = 0; i < 3; i++) {
      assertThat(client.things().delete("th_1")).isEqualTo(new Thing(null, 0));
    }

    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aDeleteThatGetsAPageOfAProxyMayHaveSucceeded() {
    enqueue(error(200, "<html></html>", "Content-Type: text/html; charset=utf-8"));

    assertThatThrownBy(() -> client.things().delete("th_1"))
        .hasMessage(
            "DELETE /things/{id} got a success with the content type text/html; charset=utf-8, which"
                + " is not a response of the API: a proxy or a sign-in page may have sent it. It may"
                + " have taken effect all the same.");
  }
}
