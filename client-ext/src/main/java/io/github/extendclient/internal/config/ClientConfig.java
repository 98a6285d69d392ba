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
 * @param baseUrl where all requests go, with a path that ends in a slash
 * @param apiKey goes to the origin of the base URL and nowhere else
 * @param workspace null if the key belongs to a single workspace
 * @param userAgent the whole header
 * @param headers what the user adds, by names in lower case
 * @param queryParameters what the user adds to the URL of every request
 * @param timeouts how long to wait for what
 * @param httpClient the user's own, whose pool and dispatcher are then shared; null for a new one
 * @param callFactory the user's own, used instead of any OkHttp client; null for none
 * @param idPolicy how strict ID checks are
 * @param retries what the user decided about retries
 * @param maxRetryAfter the longest wait that a server may ask for
 * @param maxResponseBytes larger responses fail
 * @param maxConcurrentRequests how many requests of asynchronous calls may be under way
 * @param executor the user's own threads for asynchronous calls; null for the client's
 * @param pacer holds requests back; null for none
 * @param logBodies whether the beginnings of bodies are written to the log
 * @param listener is told of every attempt; null for none
 * @param timeline clock and waits
 * @param random for jitter
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
  /** Longer waits than this are mistakes, such as a point in time in place of seconds. */
  public static final Duration DEFAULT_MAX_RETRY_AFTER = Duration.ofMinutes(5);

  /** As many requests at a time as fit the rate limits of most plans. */
  public static final int DEFAULT_MAX_CONCURRENT_REQUESTS = 64;

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "ClientConfig{baseUrl=" + baseUrl + ", workspace=" + workspace + "}";
  }
}
