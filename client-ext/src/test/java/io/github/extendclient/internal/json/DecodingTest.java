package io.github.extendclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.DecodingException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.Thing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A success that is not what was expected is neither a network error nor shown. */
class DecodingTest extends MockServerFixture {
  private static final String JSON_BODY = "{\"name\":\"" + "x".repeat(1000) + "\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":{\"secret\":1}} | $.name | an object",
        "{\"name\":[\"secret\"]} | $.name | an array",
        "{\"size\":\"secret\"} | $.size | a string or number that does not fit",
        "{\"size\":1e99} | $.size | a string or number that does not fit",
        "{\"name\":null} | $.name | null",
        "{\"name\":true} | $.name | a boolean",
        "[\"secret\"] | $ | an array",
        "{\"name\":secret} | $.name | text that is not JSON",
        "<html>secret</html> | $ | text that is not JSON",
        "{\"name\":\"secret | $.name | text that is not JSON",
        "' ' | $ | the end of the body",
        "{} {} | $ | text that is not JSON",
      })
  void namesThePlaceAndTheKindAndNeverTheContent(String body, String path, String found) {
    enqueue(new MockResponse.Builder().body(body).build());

    DecodingException failure =
        catchThrowableOfType(DecodingException.class, () -> client.things().get("th_1"));

    assertThat(failure.jsonPath()).isEqualTo(path);
    assertThat(failure)
        .hasMessage(
            "GET /things/{id} succeeded, but its response could not be decoded: at "
                + path
                + " there is "
                + found
                + ". Update this client, or tell its authors.");
    assertThat(stackTraceOf(failure)).doesNotContain("secret");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    enqueue(new MockResponse.Builder().body("\uFEFF{\"name\":\"a\",\"size\":1}").build());

    assertThat(client.things().get("th_1").name()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "utf-8", "\"UTF-8\""})
  void theCharsetOfTheContentTypeCounts(String charset) {
    Buffer body =
        new Buffer()
            .writeString("{\"name\":\"é\",\"size\":1}", Charset.forName(charset.replace("\"", "")));
    enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json; charset=" + charset)
            .body(body)
            .build());

    assertThat(client.things().get("th_1").name()).isEqualTo("é");
  }

  @Test
  void anUnknownCharsetIsRefusedByName() {
    enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json; charset=klingon")
            .body("{\"name\":\"a\"}")
            .build());

    assertThatThrownBy(() -> client.things().get("th_1"))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("at $ there is text in the unknown charset \"klingon\"");
  }

  @Test
  void aMissingBodyIsNamed() {
    enqueue(new MockResponse.Builder().build());

    DecodingException failure =
        catchThrowableOfType(DecodingException.class, () -> client.things().get("th_1"));

    assertThat(failure).hasMessage("GET /things/{id} returned 200 without a body.");
  }

  @Test
  void aCreateThatCannotBeDecodedTookEffect() {
    enqueue(new MockResponse.Builder().body("[]").build());

    DecodingException failure =
        catchThrowableOfType(
            DecodingException.class, () -> client.things().create(new Thing("a", 1)));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(failure).hasMessageEndingWith("The operation took effect: do not send it again.");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aSuccessWithoutBodyIsNamed() {
    enqueue(new MockResponse.Builder().code(204).build());

    DecodingException failure =
        catchThrowableOfType(DecodingException.class, () -> client.things().get("th_1"));

    assertThat(failure).hasMessage("GET /things/{id} returned 204 without a body.");
  }

  @Test
  void aDeepDocumentEndsInOurException() {
    enqueue(new MockResponse.Builder().body("{\"x\":" + "[".repeat(100_000)).build());

    DecodingException failure =
        catchThrowableOfType(DecodingException.class, () -> client.things().get("th_1"));

    assertThat(failure.jsonPath()).startsWith("$.x[0][0]");
    assertThat(failure).hasMessageContaining(" there is a value that nests too deep");
  }

  static List<MockResponse> answersThatAreCutOff() throws IOException {
    Buffer zipped = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(JSON_BODY);
    }
    Buffer half = new Buffer();
    half.write(zipped, zipped.size() / 2);
    SocketEffect close = new SocketEffect.CloseSocket();
    return List.of(
        new MockResponse.Builder().body(JSON_BODY).onResponseBody(close).build(),
        new MockResponse.Builder().chunkedBody(JSON_BODY, 100).onResponseBody(close).build(),
        new MockResponse.Builder().addHeader("Content-Encoding: gzip").body(half).build());
  }

  @ParameterizedTest
  @MethodSource("answersThatAreCutOff")
  void aResponseThatIsCutOffIsNotADecodingError(MockResponse cutOff) {
    enqueue(cutOff, cutOff, cutOff);

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> client.things().get("th_1"));

    assertThat(failure.call().attempts()).isEqualTo(3);
  }

  @Test
  void aResponseThatAnnouncesTooMuchIsRefused() {
    client.maxResponseBytes(1_000);
    enqueue(new MockResponse.Builder().body(" ".repeat(1_001) + "{}").build());

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> client.things().get("th_1"));

    assertThat(failure)
        .hasMessage(
            "GET /things/{id} failed: the response is larger than 1000 bytes, the most that this"
                + " client takes: raise maxResponseBytes (1 attempt in 0 ms).");
  }

  @Test
  void aResponseThatTurnsOutTooLargeIsRefused() {
    client.maxResponseBytes(1_000);
    enqueue(new MockResponse.Builder().chunkedBody(" ".repeat(100_000) + "{}", 100).build());

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> client.things().get("th_1"));

    assertThat(failure).hasMessageContaining("larger than 1000 bytes");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private static String stackTraceOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
