package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.testsupport.PromptSockets;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on loopback with the payload of an event, and deliveries that name a URL. */
final class PayloadServer implements BeforeEachCallback, AfterEachCallback {
  static final String PAYLOAD = "{\"object\":\"extract_run\",\"id\":\"exr_1\"}";
  static final String EVENT = "event event_1 of type extract_run.processed";

  final MockWebServer http = PromptSockets.mockServer();

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    http.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    http.close();
  }

  void enqueue(MockResponse... responses) {
    for (MockResponse response : responses) {
      http.enqueue(response);
    }
  }

  /** The URL of the payload. */
  String url() {
    return http.url("/p.json?signature=4f1c").toString();
  }

  /** A fetcher that may fetch from this server. */
  static PayloadFetcher.Builder local() {
    return PayloadFetcher.builder().allowPrivateAddresses(true);
  }

  /** A delivery whose payload is at a URL. */
  static WebhookDelivery.SignedUrl delivery(String url) {
    return (WebhookDelivery.SignedUrl) SignedRequest.of(body(url)).version("2026-02-09").verify();
  }

  static String body(String url) {
    return "{\"eventId\":\"event_1\",\"eventType\":\"extract_run.processed\",\"payload\":{"
        + "\"object\":\"signed_data_url\",\"data\":\""
        + url
        + "\",\"id\":\"exr_1\"}}";
  }

  /** What a fetcher throws for a URL. */
  static WebhookException failure(PayloadFetcher fetcher, String url) {
    WebhookDelivery.SignedUrl delivery = delivery(url);
    return catchThrowableOfType(WebhookException.class, () -> fetcher.fetch(delivery));
  }
}
