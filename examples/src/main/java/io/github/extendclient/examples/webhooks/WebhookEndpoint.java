package io.github.extendclient.examples.webhooks;

import com.sun.net.httpserver.HttpExchange;
import io.github.extendclient.error.WebhookException;
import io.github.extendclient.v20260209.model.ExtractRunProcessedWebhookEvent;
import io.github.extendclient.webhook.WebhookDelivery;
import io.github.extendclient.webhook.WebhookVerifier;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Receives webhooks with the JDK's HTTP server: verifies them, and handles each event once. */
final class WebhookEndpoint {
  static final int MAX_BYTES = 10 << 20;

  private final WebhookVerifier verifier;
  private final Consumer<String> onExtracted;

  // In production, a table with a unique key that is written in one transaction with the outcome.
  private final Set<String> handled = ConcurrentHashMap.newKeySet();

  WebhookEndpoint(WebhookVerifier verifier, Consumer<String> onExtracted) {
    this.verifier = verifier;
    this.onExtracted = onExtracted;
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
      exchange.sendResponseHeaders(status(exchange, body), -1);
    }
  }

  private int status(HttpExchange exchange, byte[] body) {
    if (body.length > MAX_BYTES) {
      return 413;
    }
    try {
      WebhookDelivery delivery = verifier.verify(exchange.getRequestHeaders()::getFirst, body);
      if (handled.add(delivery.eventId())) {
        handleOrForget(delivery);
      }
      return 204;
    } catch (RuntimeException e) {
      return e instanceof WebhookException refusal && !refusal.reason().isSigned() ? 401 : 500;
    }
  }

  private void handleOrForget(WebhookDelivery delivery) {
    try {
      handle(delivery);
    } catch (RuntimeException e) {
      handled.remove(delivery.eventId()); // It is delivered again, and then it is new.
      throw e;
    }
  }

  private void handle(WebhookDelivery delivery) {
    if (delivery instanceof WebhookDelivery.Event known
        && known.event() instanceof ExtractRunProcessedWebhookEvent done) {
      onExtracted.accept(done.getPayload().getId());
    }
  }
}
