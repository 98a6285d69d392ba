package io.github.extendclient.internal.config;

import io.github.extendclient.AttemptListener;
import io.github.extendclient.CallOptions;
import io.github.extendclient.IdPolicy;
import io.github.extendclient.Pacer;
import io.github.extendclient.internal.retry.RetrySettings;
import io.github.extendclient.internal.time.Timeline;
import java.util.HashMap;
import java.util.Map;
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
 * @param timeouts how long to wait for what
 * @param httpClient the user's own, whose pool and dispatcher are then shared; null for a new one
 * @param callFactory the user's own, used instead of any OkHttp client; null for none
 * @param idPolicy how strict ID checks are
 * @param retries what the user decided about retries
 * @param maxResponseBytes larger answers fail
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
    Timeouts timeouts,
    @Nullable OkHttpClient httpClient,
    Call.@Nullable Factory callFactory,
    IdPolicy idPolicy,
    RetrySettings retries,
    long maxResponseBytes,
    @Nullable Pacer pacer,
    boolean logBodies,
    @Nullable AttemptListener listener,
    Timeline timeline,
    RandomGenerator random) {
  /**
   * These settings with others on top.
   *
   * @param options what of it is not set stays as it is; headers are added
   * @return other settings
   */
  public ClientConfig with(CallOptions options) {
    Map<String, String> allHeaders = new HashMap<>(headers);
    allHeaders.putAll(options.headers());
    return new ClientConfig(
        baseUrl,
        apiKey,
        options.workspace() != null ? options.workspace() : workspace,
        userAgent,
        Map.copyOf(allHeaders),
        timeouts.with(options.attemptTimeout(), options.deadline()),
        httpClient,
        callFactory,
        options.idPolicy() != null ? options.idPolicy() : idPolicy,
        options.maxAttempts() != null
            ? new RetrySettings(options.maxAttempts(), retries.retryCreatesWhenServerSaysSo())
            : retries,
        maxResponseBytes,
        pacer,
        logBodies,
        listener,
        timeline,
        random);
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "ClientConfig{baseUrl=" + baseUrl + ", workspace=" + workspace + "}";
  }
}
