package io.github.extendclient.webhook;

/**
 * Creates verifiers of webhook deliveries.
 *
 * <pre>{@code
 * WebhookVerifier verifier = Webhooks.verifier(System.getenv("EXTEND_WEBHOOK_SECRET"));
 *
 * WebhookDelivery delivery = verifier.verify(request::getHeader, rawBody);   // in your server
 * }</pre>
 *
 * @see <a href="https://docs.extend.ai/product/webhooks/configuration">Webhook configuration</a>
 */
public final class Webhooks {
  private Webhooks() {}

  /**
   * Creates a verifier for the deliveries of one or several endpoints. While you rotate a secret,
   * pass the new and the old one until the last delivery with the old one was received.
   *
   * @param secrets the signing secrets as returned when the endpoints were created, including their
   *     prefix; any of them may have signed a delivery
   * @return a thread-safe verifier; create one and share it
   * @throws IllegalArgumentException if there is no secret, or one is null, blank or has white
   *     space; the message names its position, never the secret
   */
  public static WebhookVerifier verifier(String... secrets) {
    return WebhookVerifier.builder(secrets).build();
  }
}
