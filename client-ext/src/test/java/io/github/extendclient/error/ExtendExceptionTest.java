package io.github.extendclient.error;

import static io.github.extendclient.internal.error.Exceptions.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExtendExceptionTest {
  private static final FailedCall CALL =
      new FailedCall("POST", "/things", 2, Duration.ofMillis(1500), true);

  static Stream<ExtendException> ofCalls() {
    return Stream.of(
        MAKER.response(CALL, error(500), ""),
        MAKER.transport(CALL, "It broke.", null),
        MAKER.deadline(CALL, "It took too long.", null),
        MAKER.clientClosed(CALL, "It is closed."),
        MAKER.apiKey(CALL, "There is no key.", null),
        MAKER.decoding(CALL, "$.id", "It is no JSON."));
  }

  static Stream<ExtendException> ofNoCall() {
    return Stream.of(
        MAKER.idPrefix("id", List.of("th_"), "It is no ID."),
        MAKER.download(404, "It is gone.", null),
        MAKER.polling("th_1", "It failed.", null),
        MAKER.pollingTimeout("th_1", Duration.ZERO, 1, "It took too long.", null));
  }

  @ParameterizedTest
  @MethodSource("ofCalls")
  void theFailureOfACallTellsAboutTheCall(ExtendException failure) {
    assertThat(failure).isInstanceOf(CallException.class);
    assertThat(failure.call()).hasToString("POST /things, 2 attempts in PT1.5S");
    assertThat(failure.mayHaveBeenAccepted()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ofNoCall")
  void otherExceptionsHaveNoCall(ExtendException failure) {
    assertThat(failure.call()).isNull();
    assertThat(failure.mayHaveBeenAccepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "302, ApiException",
    "400, BadRequestException",
    "401, AuthenticationException",
    "402, PaymentRequiredException",
    "403, PermissionException",
    "404, NotFoundException",
    "409, ConflictException",
    "418, ApiException",
    "422, UnprocessableException",
    "429, RateLimitException",
    "500, ServerException",
    "503, ServerException",
  })
  void theStatusDecidesOnTheClass(int status, String type) {
    assertThat(MAKER.response(CALL, error(status), "").getClass().getSimpleName()).isEqualTo(type);
  }

  @Test
  void theFirstRunThatIsNotedStays() {
    ExtendException failure = MAKER.transport(CALL, "It broke.", null);

    MAKER.noteRun(failure, "th_1");
    MAKER.noteRun(failure, "th_2");

    assertThat(failure.runId()).isEqualTo("th_1");
    assertThat(failure).hasMessage("It broke. (While waiting for the run th_1.)");
  }

  @ParameterizedTest
  @MethodSource({"ofCalls", "ofNoCall"})
  void serializationKeepsTheMessageAndTheCall(ExtendException failure) throws Exception {
    ExtendException copy = copyOf(failure);

    assertThat(copy).hasSameClassAs(failure).hasMessage(failure.getMessage());
    assertThat(String.valueOf(copy.call())).isEqualTo(String.valueOf(failure.call()));
    assertThat(copy.runId()).isEqualTo(failure.runId());
  }

  private static ExtendException copyOf(ExtendException failure)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ExtendException) in.readObject();
    }
  }

  private static ApiError error(int status) {
    return new ApiError(status, null, "No.", null, null, null, null, "");
  }
}
