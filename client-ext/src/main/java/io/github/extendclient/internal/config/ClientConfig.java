package io.github.extendclient.internal.config;

import io.github.extendclient.attempt.AttemptListener;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.pacing.Pacer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The checked settings of a client.
 *
 * @param baseUrl the base URL of all requests, with a path that ends with a slash
 * @param apiKey sent only to the origin of the base URL
 * @param workspace null if the key belongs to a single workspace
 * @param userAgent the whole header
 * @param headers the user's headers, by names in lower case
 * @param queryParameters the user's parameters for the URL of each request
 * @param timeouts the timeouts
 * @param httpClient the user's client, whose pool and dispatcher are shared; null for a new one
 * @param callFactory the user's call factory, used instead of an OkHttp client; null for none
 * @param idPolicy how strict ID checks are
 * @param retries the settings of retries
 * @param maxRetryAfter the longest wait accepted from a server
 * @param maxResponseBytes the maximum size of a response
 * @param maxConcurrentRequests the maximum of requests of asynchronous calls under way
 * @param executor the user's executor for asynchronous calls; null for the client's threads
 * @param pacer limits the rate of requests; null for none
 * @param logBodies whether the beginnings of bodies are logged
 * @param listener receives each attempt; null for none
 * @param timeline clock and waits
 * @param random the source of jitter
 */
public record ClientConfig(
    HttpUrl baseUrl,
    ApiKey apiKey,
    @Nullable String workspace,
    String userAgent,
    Map<String, String> headers,
    Map<String, String> queryParameters,
    Timeouts timeouts,
    @Nullable OkHttpClient httpClient,
    Call.@Nullable Factory callFactory,
    IdPolicy idPolicy,
    RetrySettings retries,
    Duration maxRetryAfter,
    long maxResponseBytes,
    int maxConcurrentRequests,
    @Nullable Executor executor,
    @Nullable Pacer pacer,
    boolean logBodies,
    @Nullable AttemptListener listener,
    Timeline timeline,
    RandomGenerator random) {
  /** A longer wait is a mistake, such as a timestamp instead of seconds. */
  public static final Duration DEFAULT_MAX_RETRY_AFTER = Duration.ofMinutes(5);

  /** Fits the rate limits of most plans. */
  public static final int DEFAULT_MAX_CONCURRENT_REQUESTS = 64;

  /** Omits the key. */
  @Override
  public String toString() {
    return "ClientConfig{baseUrl=" + baseUrl + ", workspace=" + workspace + "}";
  }
}
