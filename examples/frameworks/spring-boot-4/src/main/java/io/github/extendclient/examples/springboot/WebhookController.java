package io.github.extendclient.examples.springboot;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.v20260209.model.ParseRunProcessedWebhookEvent;
import io.github.extendclient.webhook.WebhookDelivery;
import io.github.extendclient.webhook.WebhookVerifier;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Receives signed webhooks. The body is read as bytes, because the signature covers them unchanged.
 * A real application stores the event IDs in its database and handles each event once.
 */
@RestController
class WebhookController {
  private final WebhookVerifier verifier;
  private final List<String> processed = new CopyOnWriteArrayList<>();

  WebhookController(WebhookVerifier verifier) {
    this.verifier = verifier;
  }

  @PostMapping("/extend-webhooks")
  ResponseEntity<Void> receive(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
    WebhookDelivery delivery = verifier.verify(headers::getFirst, body);
    if (delivery instanceof WebhookDelivery.Event known
        && known.event() instanceof ParseRunProcessedWebhookEvent done) {
      processed.add(done.getPayload().getId());
    }
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/processed")
  List<String> processed() {
    return processed;
  }

  @ExceptionHandler
  ResponseEntity<Void> refuse(WebhookException e) {
    return ResponseEntity.status(e.reason().isSigned() ? 500 : 401).build();
  }
}
