package com.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.holds.model.HeldFile;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.http.GET;
import retrofit2.http.Path;

class LegalArchiveTest {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private ExtendClient extend;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    extend = ExtendClient.builder().apiKey("sk_1").baseUrl(url).build();
  }

  private void respond(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    requests.add(exchange.getRequestHeaders().getFirst("x-extend-api-version"));
    requests.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] body = "{\"object\":\"file\",\"id\":\"file_1\",\"costCentre\":\"4711\"}".getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void close() {
    extend.close();
    server.stop(0);
  }

  @Test
  void callsTheBetaOperationAndReadsThePrivateField() {
    assertThat(new LegalArchive(extend).hold("file_1", "audit")).isEqualTo("4711");
    assertThat(requests)
        .containsExactly("POST /files/file_1/hold", "2026-02-09", "{\"reason\":\"audit\"}");
  }

  @ApiVersion("2026-02-09")
  interface HeldFilesApi {
    @Operation(id = "files_held", idempotent = true, category = RateLimitCategory.GET)
    @GET("files/{id}/held")
    HeldFile held(@Path("id") String id);
  }

  @Test
  void interfaceWrittenByHandReturnsGeneratedModels() {
    assertThat(extend.api(HeldFilesApi.class).held("file_1").getCostCentre()).isEqualTo("4711");
  }

  @Test
  void refusesTheIdOfAnotherResourceBeforeItSendsAnything() {
    LegalArchive archive = new LegalArchive(extend);

    assertThatThrownBy(() -> archive.hold("pr_1", "audit"))
        .isInstanceOf(IdPrefixException.class)
        .hasMessageStartingWith(
            "The id \"pr_1\" belongs to another resource. IDs here start with file_.");
    assertThat(requests).isEmpty();
  }
}
