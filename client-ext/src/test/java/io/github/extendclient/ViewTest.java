package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ClientClosedException;
import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.RateLimitException;
import io.github.extendclient.error.ServerException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.testsupport.CapturedLog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls with other options than those of the client. */
class ViewTest extends ClientFixture {
  private static final String RUN = "{\"id\":\"pr_1\",\"status\":\"PROCESSED\"}";

  @Override
  ExtendClientBuilder builder() {
    return super.builder().workspace("ws_client");
  }

  private static CallOptions.Builder options() {
    return CallOptions.builder();
  }

  private static MockResponse run() {
    return new MockResponse.Builder().body(RUN).build();
  }

  private static void read(ExtendClient client) {
    client.parseRuns().retrieve("pr_1");
  }

  @Test
  void carriesItsHeadersAndWorkspaceInBothVersions() {
    ExtendClient view =
        extend.withOptions(
            options().workspace("ws_view").header("Traceparent", "00-1-2-01").build());
    enqueue(run(), new MockResponse.Builder().body("{\"success\":true}").build());

    read(view);
    view.v20250421().parserRuns().delete("parser_run_1");

    for (String version : new String[] {"2026-02-09", "2025-04-21"}) {
      Headers headers = takeRequest().getHeaders();
      assertThat(headers.get("x-extend-api-version")).isEqualTo(version);
      assertThat(headers.get("x-extend-workspace-id")).isEqualTo("ws_view");
      assertThat(headers.get("traceparent")).isEqualTo("00-1-2-01");
      assertThat(headers.get("Authorization")).isEqualTo("Bearer sk_1");
    }
  }

  @Test
  void aViewDoesNotChangeItsClient() {
    extend.withOptions(options().workspace("ws_view").header("a", "1").maxAttempts(1).build());
    enqueue(error(503, ""), run());

    read(extend);

    takeRequest();
    RecordedRequest request = takeRequest();
    assertThat(request.getHeaders().get("x-extend-workspace-id")).isEqualTo("ws_client");
    assertThat(request.getHeaders().get("a")).isNull();
  }

  @Test
  void sendsItsKeyAndQueryParametersAlone() {
    ExtendClient view =
        extend.withOptions(options().apiKey("sk_view").queryParameter("expand", "a b&c").build());
    enqueue(run(), run());

    read(view);
    read(extend);

    RecordedRequest ofView = takeRequest();
    RecordedRequest ofClient = takeRequest();
    assertThat(ofView.getHeaders().values("Authorization")).containsExactly("Bearer sk_view");
    assertThat(ofView.getUrl().queryParameter("expand")).isEqualTo("a b&c");
    assertThat(ofClient.getHeaders().values("Authorization")).containsExactly("Bearer sk_1");
    assertThat(ofClient.getUrl().querySize()).isZero();
  }

  @Test
  void showsNeitherItsKeyNorValuesOfQueryParameters() {
    CallOptions secret =
        options().apiKey("sk_view_0123456789").queryParameter("token", "s3cr3t").build();
    enqueue(error(400, "{\"message\":\"No such key: sk_view_0123456789\"}"));

    try (ExtendClient logging = builder().logBodies(true).build();
        CapturedLog log = new CapturedLog("io.github.extendclient", Level.FINE)) {
      ExtendClient view = logging.withOptions(secret);
      Throwable failure = catchThrowable(() -> read(view));

      assertThat(secret).hasToString("CallOptions{apiKey=***, queryParameters=[token]}");
      assertThat(log.lines()).isNotEmpty();
      assertThat(log.lines() + " " + failure + " " + view)
          .contains("No such key: (key)")
          .doesNotContain("sk_view_0123456789", "s3cr3t");
    }
  }

  @Test
  void ofAViewAddsToItsOptions() {
    ExtendClient view =
        extend
            .withOptions(options().workspace("ws_1").header("a", "1").header("b", "1").build())
            .withOptions(options().header("B", "2").maxAttempts(1).build());
    enqueue(error(503, ""));

    assertThat(catchThrowable(() -> read(view))).isInstanceOf(ServerException.class);

    Headers headers = takeRequest().getHeaders();
    assertThat(headers.get("x-extend-workspace-id")).isEqualTo("ws_1");
    assertThat(headers.values("a")).containsExactly("1");
    assertThat(headers.values("b")).containsExactly("2");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void hasItsOwnIdPolicy() {
    ExtendClient lenient = extend.withOptions(options().idPolicy(IdPolicy.LENIENT).build());
    enqueue(run());

    lenient.parseRuns().retrieve("new_1");

    assertThat(catchThrowable(() -> extend.parseRuns().retrieve("new_1")))
        .isInstanceOf(IdPrefixException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void hasItsOwnDeadline() {
    ExtendClient view = extend.withOptions(options().deadline(Duration.ofSeconds(7)).build());
    enqueue(error(429, "", "Retry-After: 10"));

    assertThatThrownBy(() -> read(view))
        .isInstanceOf(RateLimitException.class)
        .hasMessageMatching(
            "GET /parse_runs/\\{id} returned 429 without a text\\. Send fewer requests at a time,"
                + " or wait before sending this one again\\. It was not tried again: the wait of"
                + " 10[.\\d]* s does not fit into the 7 s that are left of 7 s\\.");
  }

  @Test
  void anAttemptThatTakesTooLongIsFollowedByAnother() {
    ExtendClient view =
        extend.withOptions(options().attemptTimeout(Duration.ofMillis(300)).build());
    enqueue(run().newBuilder().headersDelay(20, TimeUnit.SECONDS).build(), run());

    read(view);

    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void anAttemptOfACreateThatTakesTooLongIsNotFollowedByAnother() {
    ExtendClient view =
        extend.withOptions(options().attemptTimeout(Duration.ofMillis(300)).build());
    enqueue(run().newBuilder().headersDelay(20, TimeUnit.SECONDS).build());

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> view.parseRuns().cancel("pr_1"));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aLongAttemptTimeoutOutlastsTheReadTimeout() {
    ExtendClient impatient = builder().readTimeout(Duration.ofMillis(200)).build();
    enqueue(run().newBuilder().headersDelay(1, TimeUnit.SECONDS).build());

    read(impatient.withOptions(options().attemptTimeout(Duration.ofSeconds(30)).build()));

    assertThat(server.getRequestCount()).isEqualTo(1);
    impatient.close();
  }

  @Test
  void sharesTheConnectionOfTheClient() {
    enqueue(run(), run());

    read(extend);
    read(extend.withOptions(options().maxAttempts(2).build()));

    assertThat(takeRequest().getConnectionIndex()).isEqualTo(takeRequest().getConnectionIndex());
  }

  @Test
  void sharesTheRetryBudgetOfTheClient() {
    for (int i = 0; i < 200; i++) {
      enqueue(error(503, ""));
    }
    for (int i = 0; i < 40; i++) {
      catchThrowable(() -> read(extend));
    }
    int before = server.getRequestCount();

    catchThrowable(() -> read(extend.withOptions(options().maxAttempts(5).build())));

    assertThat(server.getRequestCount() - before).isEqualTo(1);
  }

  @Test
  void closingItClosesNothing() {
    ExtendClient view = extend.withOptions(options().build());
    enqueue(run(), run());

    view.close();

    read(view);
    read(extend);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void isClosedWithItsClient() {
    ExtendClient view = extend.withOptions(options().build());

    extend.close();

    assertThatThrownBy(() -> read(view))
        .isInstanceOf(ClientClosedException.class)
        .hasMessageMatching(
            "GET /parse_runs/\\{id} was not sent: the client is closed \\(0 attempts in \\d+ ms\\)\\."
                + " Close the client after its last call\\.");
  }

  @Test
  void aDeadlineThatIsTooShortForOneAttemptEndsIt() {
    ExtendClient real =
        new ExtendClientBuilder()
            .environment(Map.<String, String>of()::get)
            .apiKey("sk_1")
            .baseUrl(server.url("/").toString())
            .build();
    enqueue(run().newBuilder().headersDelay(20, TimeUnit.SECONDS).build());

    assertThat(
            catchThrowable(
                () -> read(real.withOptions(options().deadline(Duration.ofMillis(200)).build()))))
        .isInstanceOf(DeadlineException.class);
    real.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization | set the key with apiKey(...)",
        "X-Extend-Api-Version | use the client's method of that version, such as v20250421()",
        "x-extend-workspace-id | use workspace(...)",
        "USER-AGENT | use userAgent(...) of the client's builder",
        "Host | use baseUrl(...) of the client's builder",
        "Content-Type | leave it out",
        "Accept-Encoding | leave it out",
      })
  void aHeaderOfTheClientCannotBeOverridden(String name, String instead) {
    assertThatThrownBy(() -> options().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The header " + name + " is set by the client itself: " + instead + ".");
  }

  @Test
  void anInvalidHeaderIsRefusedAndItsValueNotShown() {
    assertThatThrownBy(() -> options().header("a b\n", "x"))
        .hasMessage("\"a b?\" is not the name of a header: use letters, digits and -.");
    assertThatThrownBy(() -> options().header("X-Token", "secret\nInjected: 1"))
        .hasMessage(
            "The value of the header X-Token has a line break at position 7: use visible ASCII"
                + " characters.");
    assertThatThrownBy(() -> options().header("X-Token", " "))
        .hasMessage("The value of the header X-Token is blank: give one or leave it out.");
  }

  @Test
  void optionsOutOfBoundsAreRefused() {
    assertThatThrownBy(() -> options().maxAttempts(0))
        .hasMessage("maxAttempts is 0: give 1 for no retries, or more.");
    assertThatThrownBy(() -> options().attemptTimeout(Duration.ZERO))
        .hasMessage("The attemptTimeout is PT0S: give from 1 millisecond to 1 day.");
    assertThatThrownBy(() -> options().deadline(Duration.ofDays(2)))
        .hasMessage("The deadline is PT48H: give from 1 millisecond to 1 day.");
    assertThatThrownBy(() -> options().workspace(""))
        .hasMessage("The workspace is blank: give one or leave it out.");
  }

  @Test
  void theTextOfOptionsHasNoHeaderValues() {
    assertThat(options().maxAttempts(2).deadline(Duration.ofSeconds(9)).header("X-Token", "secret"))
        .extracting(CallOptions.Builder::build)
        .hasToString("CallOptions{deadline=PT9S, maxAttempts=2, headers=[x-token]}");
  }
}
