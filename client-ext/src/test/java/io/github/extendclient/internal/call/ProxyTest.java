package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.PromptSockets;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that requires a password; requests are counted there and at the server. */
class ProxyTest extends MockServerFixture {
  private static final String PASSWORD = Credentials.basic("jane", "new");
  private static final Thing BODY = new Thing("a", 1);

  private final MockWebServer proxy = PromptSockets.mockServer();
  private final OkHttpClient behind = new OkHttpClient();

  /** The response of the proxy to a missing or wrong password. */
  private MockResponse refusal = error(407, "", "Proxy-Authenticate: Basic realm=\"corp\"");

  @BeforeEach
  void startProxy() throws IOException {
    proxy.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return PASSWORD.equals(request.getHeaders().get("Proxy-Authorization"))
                ? forward(request)
                : refusal;
          }
        });
    proxy.start();
  }

  @AfterEach
  void stopProxy() {
    proxy.close();
    behind.connectionPool().evictAll();
  }

  private MockResponse forward(RecordedRequest request) {
    RequestBody body =
        request.getBody() == null || request.getMethod().equals("GET")
            ? null
            : RequestBody.create(request.getBody(), MediaType.get("application/json"));
    Request onward =
        new Request.Builder()
            .url(server.url(request.getUrl().encodedPath()))
            .method(request.getMethod(), body)
            .build();
    try (Response response = behind.newCall(onward).execute()) {
      return error(response.code(), response.body().string(), "Retry-After: 0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void connect(String baseUrl, Authenticator authenticator) {
    client =
        TestClient.to(baseUrl)
            .httpClient(
                new OkHttpClient.Builder()
                    .proxy(proxy.getProxyAddress())
                    .proxyAuthenticator(authenticator)
                    .build());
  }

  private static Authenticator with(String password) {
    return (route, response) ->
        response.request().newBuilder().header("Proxy-Authorization", password).build();
  }

  @Test
  void aCreateIsSentAgainWithThePasswordAndReachesTheServerOnce() {
    connect("http://api.example/", with(PASSWORD));
    enqueue(TestClient.ok());

    assertThat(client.things().create(BODY).name()).isEqualTo("a");

    assertThat(proxy.getRequestCount()).isEqualTo(2);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(takeRequest().getBody().utf8()).isEqualTo("{\"name\":\"a\",\"size\":1}");
    assertThat(client.events()).hasSize(1);
  }

  @Test
  void aProxyThatClosesAfterA407GetsThePasswordOnANewConnection() {
    refusal = refusal.newBuilder().onResponseEnd(new SocketEffect.CloseSocket()).build();
    connect("http://api.example/", with(PASSWORD));
    enqueue(TestClient.ok());

    assertThat(client.things().create(BODY).name()).isEqualTo("a");

    assertThat(proxy.getRequestCount()).isEqualTo(2);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCreateThatIsLostAfterThePasswordIsNotSentAgain() {
    connect("http://api.example/", with(PASSWORD));
    enqueue(TestClient.status(503));

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client.things().create(BODY));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(proxy.getRequestCount()).isEqualTo(2);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCreateThatTheProxyRefusedWasCertainlyNotAccepted() {
    connect("http://api.example/", Authenticator.NONE);

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client.things().create(BODY));

    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(failure).hasMessageContaining("proxyAuthenticator(...)");
    assertThat(proxy.getRequestCount()).isEqualTo(1);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://api.example/", "https://api.example/"})
  void aWrongPasswordThatAnAuthenticatorRepeatsIsSentOnce(String baseUrl) {
    String wrong = Credentials.basic("jane", "old");
    connect(baseUrl, with(wrong));

    assertThatThrownBy(() -> client.things().get("th_1"))
        .hasMessageContaining("proxyAuthenticator(...)");
    assertThatThrownBy(() -> client.things().create(BODY))
        .hasMessageContaining("proxyAuthenticator(...)");

    assertThat(sentToTheProxy(wrong)).isEqualTo(2);
  }

  private long sentToTheProxy(String password) {
    return Stream.generate(this::takeFromTheProxy)
        .limit(proxy.getRequestCount())
        .filter(request -> password.equals(request.getHeaders().get("Proxy-Authorization")))
        .count();
  }

  private RecordedRequest takeFromTheProxy() {
    try {
      return proxy.takeRequest();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
