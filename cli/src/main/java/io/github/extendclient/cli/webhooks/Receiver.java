package io.github.extendclient.cli.webhooks;

import com.sun.net.httpserver.HttpExchange;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.error.WebhookException;
import io.github.extendclient.webhook.WebhookDelivery;
import io.github.extendclient.webhook.WebhookVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes the deliveries of {@code webhooks listen}, on threads of its server. */
final class Receiver {
  private static final int MAX_BYTES = 10 << 20;
  private static final Duration LONGEST_FORWARD = Duration.ofSeconds(20);

  private final Shell shell;
  private final WebhookVerifier verifier;
  private final @Nullable URI forward;
  private final Runnable end;
  private final HttpClient http = HttpClient.newHttpClient();
  private int left;
  private int underWay;

  Receiver(Shell shell, WebhookVerifier verifier, @Nullable URI forward, int count, Runnable end) {
    this.shell = shell;
    this.verifier = verifier;
    this.forward = forward;
    this.left = count;
    this.end = end;
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
      int status = body.length > MAX_BYTES ? 413 : receive(exchange, body);
      exchange.sendResponseHeaders(status, -1);
    }
    if (isOver()) {
      end.run();
    }
  }

  private int receive(HttpExchange exchange, byte[] body) {
    try {
      WebhookDelivery delivery = verifier.verify(exchange.getRequestHeaders()::getFirst, body);
      if (!take(delivery)) {
        return 503;
      }
      int status = forward == null ? 204 : forward(forward, exchange, body);
      end(status < 300);
      return status;
    } catch (WebhookException e) {
      say("Refused, " + e.reason() + ": " + e.getMessage());
      return e.reason().isSigned() ? 500 : 401;
    }
  }

  private int forward(URI target, HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(LONGEST_FORWARD)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (name.regionMatches(true, 0, "x-extend-", 0, 9)
                  || name.equalsIgnoreCase("content-type")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= 300) {
        say("Forwarded to " + target + ", which responded " + status + ".");
      }
      return status;
    } catch (IOException e) {
      say("Forwarding to " + target + " failed: " + e + ".");
      return 502;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 503;
    }
  }

  /** Prints a delivery, unless the wanted number of deliveries was printed before. */
  private synchronized boolean take(WebhookDelivery delivery) {
    if (left == 0) {
      return false;
    }
    left--;
    underWay++;
    DeliveryOutput.print(delivery, shell);
    return true;
  }

  /** Ends a delivery. The server sends one that was not forwarded again. */
  private synchronized void end(boolean isDone) {
    underWay--;
    left += isDone ? 0 : 1;
  }

  private synchronized boolean isOver() {
    return left == 0 && underWay == 0;
  }

  private synchronized void say(String sentence) {
    shell.err().println(sentence);
    shell.err().flush();
  }
}
