package io.github.extendclient.spring;

import io.github.extendclient.id.IdPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the {@link io.github.extendclient.ExtendClient} bean. What is not set has the
 * default of {@link io.github.extendclient.ExtendClientBuilder}, which reads environment variables
 * such as {@code EXTEND_API_KEY}.
 *
 * <pre>{@code
 * extend:
 *   api-key: ${EXTEND_API_KEY}
 *   region: eu
 *   rate-limit:
 *     run: 1.3
 *   webhook:
 *     signing-secret: ${EXTEND_WEBHOOK_SECRET}
 * }</pre>
 *
 * @param apiKey API key. Default: the environment variable EXTEND_API_KEY.
 * @param workspace ID of the workspace, which the key of an organization needs.
 * @param region Deployment of the API: us, us2 or eu.
 * @param baseUrl URL of another deployment, in place of the region.
 * @param connectTimeout Time to wait for a connection. Default: 10 seconds.
 * @param readTimeout Time to wait for the next bytes of a response. Default: 60 seconds.
 * @param writeTimeout Time that the connection may refuse bytes. Default: 60 seconds.
 * @param deadline Time that a call may take with all its attempts. Default: by operation.
 * @param maxAttempts Number of requests that a call may make; 1 switches retries off. Default: 3.
 * @param idPolicy How strictly IDs are checked before a request is sent. Default: strict.
 * @param userAgent Name of the application, put before the client's name in User-Agent.
 * @param logBodies Whether JSON bodies are logged at level debug. Default: false.
 * @param rateLimit Requests per second that this client may send.
 * @param webhook Secrets of the webhook endpoint.
 */
@ConfigurationProperties("extend")
public record ExtendProperties(
    @Nullable String apiKey,
    @Nullable String workspace,
    @Nullable String region,
    @Nullable String baseUrl,
    @Nullable Duration connectTimeout,
    @Nullable Duration readTimeout,
    @Nullable Duration writeTimeout,
    @Nullable Duration deadline,
    @Nullable Integer maxAttempts,
    @Nullable IdPolicy idPolicy,
    @Nullable String userAgent,
    @Nullable Boolean logBodies,
    @Nullable RateLimit rateLimit,
    @Nullable Webhook webhook) {
  /**
   * Requests per second by category.
   *
   * @param get Requests per second that read. Default: no limit.
   * @param write Requests per second that change something. Default: no limit.
   * @param run Requests per second that start runs. Default: no limit.
   */
  public record RateLimit(@Nullable Double get, @Nullable Double write, @Nullable Double run) {}

  /**
   * Secrets of the webhook endpoint.
   *
   * @param signingSecret Secret that signs webhooks; makes a WebhookVerifier bean.
   * @param previousSigningSecret Secret that is still accepted while the secret is rotated.
   */
  public record Webhook(@Nullable String signingSecret, @Nullable String previousSigningSecret) {
    /** The class; never a secret. */
    @Override
    public String toString() {
      return "Webhook{signingSecret=***}";
    }
  }

  /** The class; never the key. */
  @Override
  public String toString() {
    return "ExtendProperties{apiKey=***}";
  }
}
