package io.github.extendclient.webhook;

/**
 * Where receiving webhooks starts.
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
   * A verifier for the deliveries of one or several endpoints, or of one whose secret is being
   * changed: give the new and the old secret until the last delivery with the old one has come.
   *
   * @param secrets signing secrets as they were returned when the endpoint was created, their
   *     prefix included; any of them may have signed a delivery
   * @return thread-safe; make one and share it
   * @throws IllegalArgumentException if there is no secret, or one is null, blank or has white
   *     space in it; the message tells which by its place and never shows it
   */
  public static WebhookVerifier verifier(String... secrets) {
    return new WebhookVerifier(SigningSecrets.of(secrets));
  }
}
