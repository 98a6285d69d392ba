package io.github.extendclient.cli.webhooks;

import static io.github.extendclient.cli.webhooks.Signed.BODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.extendclient.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The command receives deliveries of the test, and forwards them to a server of the test. */
@Timeout(60)
class WebhooksListenCommandTest {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private final CompletableFuture<URI> address = new CompletableFuture<>();
  private final List<String> forwarded = new CopyOnWriteArrayList<>();

  @Test
  void printsAGenuineDeliveryAndEnds() throws Exception {
    CompletableFuture<CommandRun.End> command = listen();

    int status = deliver(BODY, BODY);

    assertThat(status).isEqualTo(204);
    assertThat(command.get())
        .isEqualTo(
            new CommandRun.End(
                0, BODY + "\n", "Listening on " + address.get() + " until Ctrl-C.\n"));
  }

  @Test
  void refusesAChangedDeliveryAndContinues() throws Exception {
    CompletableFuture<CommandRun.End> command = listen();

    assertThat(deliver(BODY.replace("x_1", "x_2"), BODY)).isEqualTo(401);
    assertThat(deliver(BODY, BODY)).isEqualTo(204);
    assertThat(command.get().out()).isEqualTo(BODY + "\n");
    assertThat(command.get().err()).contains("\nRefused, NO_SECRET_MATCHES: ");
  }

  @Test
  void forwardsBodyAndHeadersAsTheyCame() throws Exception {
    HttpServer behind = behind(202);
    try {
      CompletableFuture<CommandRun.End> command = listen("--forward", url(behind));

      assertThat(deliver(BODY, BODY)).isEqualTo(202);
      assertThat(forwarded)
          .containsExactly("POST /hooks application/json signed without cookie " + BODY);
      assertThat(command.get().exitCode()).isZero();
      assertThat(command.get().err()).hasLineCount(1);
    } finally {
      behind.stop(0);
    }
  }

  @Test
  void respondsWithTheStatusThatComesBack() throws Exception {
    HttpServer behind = behind(503);
    CompletableFuture<CommandRun.End> command = listen("--forward", url(behind));
    try {
      assertThat(deliver(BODY, BODY)).isEqualTo(503);
    } finally {
      behind.stop(0);
    }

    assertThat(deliver(BODY, BODY)).isEqualTo(502);
    assertThat(command).isNotDone();
    HttpServer again = behind(204, behind.getAddress().getPort());
    try {
      assertThat(deliver(BODY, BODY)).isEqualTo(204);
    } finally {
      again.stop(0);
    }
    assertThat(command.get().err())
        .contains(
            "Forwarded to " + url(behind) + ", which responded 503.\n",
            "Forwarding to " + url(behind) + " failed: ");
  }

  @Test
  void refusesACountBelowOne() {
    assertThat(CommandRun.alone().of("webhooks", "listen", "--count", "0"))
        .isEqualTo(new CommandRun.End(2, "", "--count is 0: give a number of 1 or more.\n"));
  }

  @Test
  void refusesAForwardThatIsNoHttpUrl() {
    assertThat(
            CommandRun.alone()
                .environment("EXTEND_WEBHOOK_SECRET", Signed.SECRET)
                .of("webhooks", "listen", "--port", "0", "--forward", "localhost:3000"))
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "--forward is localhost:3000: give an http or https URL, such as"
                    + " http://localhost:3000/hooks.\n"));
  }

  /** Listens until one genuine delivery is received. */
  private CompletableFuture<CommandRun.End> listen(String... options) {
    String[] command = new String[6 + options.length];
    System.arraycopy(
        new String[] {"webhooks", "listen", "--port", "0", "--count", "1"}, 0, command, 0, 6);
    System.arraycopy(options, 0, command, 6, options.length);
    return CompletableFuture.supplyAsync(
        () ->
            CommandRun.alone()
                .environment("EXTEND_WEBHOOK_SECRET", Signed.SECRET)
                .watched(this::find)
                .of(command));
  }

  private void find(String said) {
    Matcher found = ADDRESS.matcher(said);
    if (found.find()) {
      address.complete(URI.create(found.group()));
    }
  }

  private int deliver(String body, String signed) throws Exception {
    long time = Instant.now().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(address.get())
            .header("content-type", "application/json")
            .header("cookie", "a=b")
            .header("x-extend-request-timestamp", Long.toString(time))
            .header("x-extend-request-signature", Signed.signature(time, signed))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private HttpServer behind(int status) throws IOException {
    return behind(status, 0);
  }

  private HttpServer behind(int status, int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", exchange -> take(exchange, status));
    server.start();
    return server;
  }

  private void take(HttpExchange exchange, int status) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String signed =
        exchange.getRequestHeaders().containsKey("x-extend-request-signature") ? "signed" : "bare";
    String cookie = exchange.getRequestHeaders().containsKey("cookie") ? "with" : "without";
    forwarded.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("content-type"),
            signed,
            cookie,
            "cookie",
            body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
  }
}
