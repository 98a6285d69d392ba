package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.testsupport.ThingsApi;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * What {@code mayHaveBeenAccepted()} says of a create in each situation on the wire, and how many
 * requests the server counts: false only if nothing was processed, and never a second request after
 * one that may have been.
 */
class AcceptanceTest extends MockServerFixture {
  private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();
  private static final int ATTEMPTS = 3;

  /** How the call is made and over which HTTP client. */
  private enum Way {
    BLOCKING,
    FUTURE,
    CALL_EXECUTED,
    CALL_ENQUEUED,
    BLOCKING_OVER_OWN_CLIENT,
    FUTURE_OVER_OWN_CLIENT;

    /** Throws what the call fails with; the Call form may return a response that is an error. */
    void create(ThingsApi things) {
      Thing body = new Thing("a", 1);
      switch (this) {
        case BLOCKING, BLOCKING_OVER_OWN_CLIENT -> things.create(body);
        case FUTURE, FUTURE_OVER_OWN_CLIENT -> things.createAsync(body).join();
        case CALL_EXECUTED -> execute(things.createCall(body));
        case CALL_ENQUEUED -> enqueue(things.createCall(body)).join();
      }
    }

    private static void execute(Call<Thing> call) {
      try {
        call.execute();
      } catch (IOException e) {
        throw new AssertionError("The failures of a call are unchecked.", e);
      }
    }

    private static CompletableFuture<Response<Thing>> enqueue(Call<Thing> call) {
      CompletableFuture<Response<Thing>> end = new CompletableFuture<>();
      call.enqueue(
          new Callback<>() {
            @Override
            public void onResponse(Call<Thing> ended, Response<Thing> response) {
              end.complete(response);
            }

            @Override
            public void onFailure(Call<Thing> ended, Throwable failure) {
              end.completeExceptionally(failure);
            }
          });
      return end;
    }
  }

  /** What the server does, what then is true, and how many requests it counts. */
  private record Situation(
      String name, boolean accepted, int requests, boolean http2, MockResponse response) {
    static Situation status(int status, boolean accepted, int requests, String... headers) {
      return new Situation(
          "status " + status + " " + String.join(" ", headers),
          accepted,
          requests,
          false,
          error(status, "", headers));
    }

    static Situation of(String name, boolean accepted, int requests, MockResponse response) {
      return new Situation(name, accepted, requests, false, response);
    }

    /** Whether the Call form returns it as a response. */
    boolean isResponse() {
      return name.startsWith("status ")
          || name.contains("retryable")
          || name.contains("not started")
          || name.equals("200 without a body");
    }

    Situation overHttp2() {
      return new Situation(name + " over HTTP/2", accepted, requests, true, response);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static MockResponse.Builder ok() {
    return TestClient.ok().newBuilder();
  }

  /** Reset when the request was read, so that the server has always counted it. */
  private static Situation stream(int code, boolean accepted, int requests) {
    return Situation.of(
            "stream reset with code " + code,
            accepted,
            requests,
            ok().onResponseStart(new SocketEffect.CloseStream(code)).build())
        .overHttp2();
  }

  private static List<Situation> situations() {
    List<Situation> all = new ArrayList<>();
    for (int refused : List.of(400, 401, 402, 403, 404, 405, 409, 413, 415, 422, 425)) {
      all.add(Situation.status(refused, false, 1));
    }
    for (int unclear :
        List.of(408, 460, 499, 500, 501, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530)) {
      all.add(Situation.status(unclear, true, 1));
    }
    for (int redirect : List.of(301, 302, 303, 307, 308)) {
      all.add(Situation.status(redirect, true, 1, "Location: /things/th_2"));
    }
    all.add(Situation.status(204, true, 1));
    all.add(Situation.status(205, true, 1));
    all.add(Situation.status(429, false, ATTEMPTS));
    all.add(Situation.status(503, true, 1, "Retry-After: 0"));
    all.add(
        Situation.of(
            "503 that was not started",
            false,
            ATTEMPTS,
            error(503, "{\"retryable\":true}", "Retry-After: 0")));
    all.add(Situation.of("500 retryable", true, 1, error(500, "{\"retryable\":true}")));
    all.add(
        Situation.of(
            "200 with a page of a proxy",
            true,
            1,
            error(200, "<html></html>", "Content-Type: text/html")));
    all.add(Situation.of("200 with JSON of another shape", true, 1, error(200, "[]")));
    all.add(Situation.of("200 without a body", true, 1, error(200, "")));
    all.add(Situation.of("200 with null", true, 1, error(200, "null")));
    all.add(
        Situation.of("closed before the response", true, 1, ok().onResponseStart(CLOSE).build()));
    all.add(Situation.of("closed within the body", true, 1, ok().onResponseBody(CLOSE).build()));
    all.add(
        Situation.of(
            "status line that is none", true, 1, ok().status("\u001b[31mHTTP 200 OK").build()));
    all.add(Situation.of("silence", true, 1, ok().headersDelay(30, TimeUnit.SECONDS).build()));
    all.add(
        Situation.of(
            "silence within the body", true, 1, ok().bodyDelay(30, TimeUnit.SECONDS).build()));
    for (int status : List.of(204, 303, 404, 500)) {
      all.add(Situation.status(status, status != 404, 1).overHttp2());
    }
    all.add(stream(7, false, ATTEMPTS)); // REFUSED_STREAM
    all.add(stream(1, true, 1)); // PROTOCOL_ERROR
    all.add(stream(2, true, 1)); // INTERNAL_ERROR
    all.add(stream(8, true, 1)); // CANCEL
    all.add(stream(11, true, 1)); // ENHANCE_YOUR_CALM
    all.add(
        Situation.of("silence", true, 1, ok().headersDelay(30, TimeUnit.SECONDS).build())
            .overHttp2());
    return all;
  }

  static Stream<Arguments> table() {
    return situations().stream()
        .flatMap(situation -> Stream.of(Way.values()).map(way -> Arguments.of(situation, way)));
  }

  @Test
  void theTableHasAtLeastFortySituations() {
    assertThat(situations()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("table")
  void mayHaveBeenAcceptedIsExact(Situation situation, Way way) {
    OkHttpClient http = new OkHttpClient();
    if (situation.http2()) {
      server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
      http = http.newBuilder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    }
    if (situation.name().startsWith("silence")) {
      client.readTimeout(Duration.ofMillis(150));
    }
    if (situation.http2() || way.name().endsWith("OWN_CLIENT")) {
      client.httpClient(http);
    }
    for (int i = 0; i < ATTEMPTS; i++) {
      server.enqueue(situation.response());
    }

    Throwable thrown = catchThrowable(() -> way.create(client.things()));

    if (thrown != null || !way.name().startsWith("CALL")) {
      ExtendException failure = extendException(thrown);
      assertThat(failure.mayHaveBeenAccepted()).isEqualTo(situation.accepted());
      assertThat(failure.getMessage()).doesNotContain("\u001b");
    } else {
      assertThat(situation.isResponse()).isTrue();
    }
    assertThat(eventually(() -> server.getRequestCount() >= situation.requests())).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(situation.requests());
    http.connectionPool().evictAll();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "FUTURE"})
  void aFailureOfAnInterceptorBeforeTheNetworkProvesThatNothingWasSent(Way way) {
    client.httpClient(
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IllegalStateException("token service down");
                })
            .build());

    ExtendException failure = failureOf(() -> way.create(client.things()));

    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(failure)
        .hasMessage(
            "POST /things failed: IllegalStateException: token service down (1 attempt in 0 ms).")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "FUTURE"})
  void anInterceptorWhoseOwnCircuitIsOpenSendsNothing(Way way) {
    client.httpClient(
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IOException("circuit breaker is open");
                })
            .build());

    assertThat(failureOf(() -> way.create(client.things())).mayHaveBeenAccepted()).isFalse();
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "FUTURE"})
  void aFailureOfAnInterceptorAfterTheResponseProvesNothing(Way way) {
    client.httpClient(
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  throw new IllegalStateException("cannot read it");
                })
            .build());
    enqueue(TestClient.ok());

    assertThat(failureOf(() -> way.create(client.things())).mayHaveBeenAccepted()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void anUploadThatIsCutWithinItsBodyWasNotAccepted() {
    InputStream broken =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() {
            if (left-- == 0) {
              throw new IllegalStateException("scanner was unplugged");
            }
            return 'x';
          }
        };

    ExtendException failure =
        failureOf(() -> client.things().upload(Upload.of("a.pdf", broken).toPart("file"), null));

    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(failure).hasRootCauseMessage("scanner was unplugged");
  }

  @Test
  void aReadIsNeverSaidToHaveBeenAccepted() {
    client.retries(1, false);
    enqueue(ok().onResponseStart(CLOSE).build());

    assertThat(failureOf(() -> client.things().get("th_1")).mayHaveBeenAccepted()).isFalse();
  }

  private static ExtendException failureOf(Runnable call) {
    return extendException(catchThrowable(call::run));
  }

  private static ExtendException extendException(@Nullable Throwable thrown) {
    Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    assertThat(failure).isInstanceOf(ExtendException.class);
    return (ExtendException) failure;
  }
}
