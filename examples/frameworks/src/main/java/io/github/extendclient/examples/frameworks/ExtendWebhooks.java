package io.github.extendclient.examples.frameworks;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.v20260209.model.ExtractRunProcessedWebhookEvent;
import io.github.extendclient.webhook.WebhookDelivery;
import io.github.extendclient.webhook.WebhookVerifier;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Receives webhooks with Spring MVC. {@code @RequestBody byte[]} is the raw body, which no
 * converter touches, and {@code HttpHeaders} ignores the case of names.
 */
@RestController
final class ExtendWebhooks {
  private final WebhookVerifier verifier;
  private final EventStore events;
  private final Consumer<String> onExtracted;

  ExtendWebhooks(WebhookVerifier verifier, EventStore events, Consumer<String> onExtracted) {
    this.verifier = verifier;
    this.events = events;
    this.onExtracted = onExtracted;
  }

  @PostMapping("/extend-webhooks")
  ResponseEntity<Void> receive(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
    WebhookDelivery delivery = verifier.verify(headers::getFirst, body);
    events.handleOnce(delivery.eventId(), () -> handle(delivery));
    return ResponseEntity.noContent().build();
  }

  /** A signed delivery that cannot be read is sent again later; an unsigned one is rejected. */
  @ExceptionHandler
  ResponseEntity<Void> refuse(WebhookException e) {
    return ResponseEntity.status(e.reason().isSigned() ? 500 : 401).build();
  }

  private void handle(WebhookDelivery delivery) {
    if (delivery instanceof WebhookDelivery.Event known
        && known.event() instanceof ExtractRunProcessedWebhookEvent done) {
      onExtracted.accept(done.getPayload().getId());
    }
  }
}
