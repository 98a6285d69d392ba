package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.v20260209.api.FilesApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/network.md. */
class NetworkPageTest {
  private static final String NO_FILES = "{\"object\":\"list\",\"data\":[]}";
  private static final char[] PASSWORD = "changeit".toCharArray();

  // region proxy
  static ExtendClientBuilder behindProxy(String host, int port, String user, String password) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)))
            .proxyAuthenticator(
                (route, response) ->
                    response.request().header("Proxy-Authorization") != null
                        ? null // It was refused already: give up.
                        : response
                            .request()
                            .newBuilder()
                            .header("Proxy-Authorization", Credentials.basic(user, password))
                            .build())
            .build();
    return ExtendClient.builder().httpClient(http);
  }

  // endregion

  @Test
  void throughAProxyThatWantsAPassword() throws Exception {
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.enqueue(
          new MockResponse.Builder()
              .code(407)
              .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
              .build());
      proxy.enqueue(new MockResponse.Builder().body(NO_FILES).build());
      proxy.start();

      try (ExtendClient extend =
          behindProxy("localhost", proxy.getPort(), "user", "secret")
              .apiKey("sk_1")
              .baseUrl("http://localhost:1")
              .build()) {
        list(extend);
      }

      proxy.takeRequest();
      assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
          .isEqualTo(Credentials.basic("user", "secret"));
    }
  }

  // region trust
  static OkHttpClient trusting(Path keyStore, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      authorities.load(in, password);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    X509TrustManager trust = (X509TrustManager) factory.getTrustManagers()[0];
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, factory.getTrustManagers(), null);
    return new OkHttpClient.Builder().sslSocketFactory(tls.getSocketFactory(), trust).build();
  }

  // endregion

  @Test
  void trustsACompanysOwnAuthority(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    makeKeys(keys);
    HttpsServer server = server(keys);
    String url = "https://localhost:" + server.getAddress().getPort();
    try (ExtendClient trusting =
            ExtendClient.builder()
                .httpClient(trusting(keys, PASSWORD))
                .apiKey("sk_1")
                .baseUrl(url)
                .build();
        ExtendClient other =
            ExtendClient.builder().apiKey("sk_1").baseUrl(url).maxAttempts(1).build()) {
      list(trusting);
      assertThatThrownBy(() -> list(other)).isInstanceOf(TransportException.class);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void takesTimeouts() {
    // region timeouts
    ExtendClientBuilder builder =
        ExtendClient.builder()
            .connectTimeout(Duration.ofSeconds(5)) // 10 s if not set
            .readTimeout(Duration.ofSeconds(30)) // 60 s if not set
            .deadline(Duration.ofMinutes(1)); // all attempts and waits of a call
    // endregion
    try (ExtendClient extend = builder.apiKey("sk_1").build()) {
      assertThat(extend)
          .hasToString("ExtendClient{baseUrl=https://api.extend.ai/, workspace=null}");
    }
  }

  private static void list(ExtendClient extend) {
    assertThat(extend.files().list(FilesApi.ListParams.builder().build()).getData()).isEmpty();
  }

  private static HttpsServer server(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(factory.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    byte[] body = NO_FILES.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** The JDK makes certificates with its tool only. */
  private static void makeKeys(Path target) throws Exception {
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=DNS:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                target.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tool.waitFor()).as(output).isZero();
  }
}
