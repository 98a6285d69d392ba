package io.github.extendclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.error.ErrorBodyReader;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import io.github.extendclient.v20260209.model.ParseRun;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Each damaged document ends in an exception of the client. Seeded, so reproducible. */
class FuzzTest {
  private static final int ROUNDS = 5_000;
  private static final String REPLACEMENTS = "{}[]\",:0n-\\";
  private static final String RUN =
      """
      {"object":"parse_run","id":"pr_1","status":"PROCESSED","batchId":null,
       "metadata":{"a":[1,2.50,"x"],"b":null},"metrics":{"processingTimeMs":12,"pageCount":1},
       "output":{"chunks":[{"object":"chunk","type":"page","content":"Total","blocks":[
        {"object":"block","id":"b_1","type":"text","content":"T","details":{"type":"text_details"},
         "metadata":{"page":{"number":1}},"polygon":[{"x":1,"y":2.5}]}]}]}}\
      """;
  private static final String ERROR =
      """
      {"code":"INVALID_REQUEST","message":"No \\u00e9","retryable":false,"requestId":"req_1",
       "error":{"message":"x","code":"y"},"docUrl":"https://docs.example"}\
      """;

  private final Random random = new Random(42);

  @Test
  void aDamagedRunIsDecodedOrRefused() {
    Converter<ResponseBody, ?> converter =
        new JsonConverterFactory(new ModelAdapters(ModelJsonAdapterFactory::adapterOf))
            .responseBodyConverter(
                ParseRun.class,
                new Annotation[0],
                new Retrofit.Builder().baseUrl("http://localhost/").build());
    int decoded = 0;

    for (int round = 0; round < ROUNDS; round++) {
      byte[] document = damaged(RUN);

      Throwable failure =
          catchThrowable(() -> converter.convert(ResponseBody.create(document, null)));

      if (failure == null) {
        decoded++;
      } else {
        assertThat(failure).isInstanceOf(UndecodableBody.class);
      }
    }

    assertThat(decoded).isBetween(1, ROUNDS - 1);
  }

  @Test
  void aDamagedErrorKeepsItsStatus() {
    for (int round = 0; round < ROUNDS; round++) {
      String body = new String(damaged(ERROR), StandardCharsets.UTF_8);

      ApiError error = ErrorBodyReader.read(422, body, null, null);

      assertThat(error.status()).isEqualTo(422);
      assertThat(error.rawBody()).isEqualTo(body);
    }
  }

  private byte[] damaged(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) REPLACEMENTS.charAt(random.nextInt(REPLACEMENTS.length()))
              : (byte) random.nextInt();
    }
    boolean cut = random.nextInt(4) == 0;
    return Arrays.copyOf(bytes, cut ? random.nextInt(bytes.length) : bytes.length);
  }
}
