// Over 400 lines: a method with Javadoc for each setting of a client.
package io.github.extendclient;

import io.github.extendclient.attempt.AttemptListener;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.config.ApiKey;
import io.github.extendclient.internal.config.BaseUrls;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.config.HeaderValues;
import io.github.extendclient.internal.config.ProductToken;
import io.github.extendclient.internal.config.RetrySettings;
import io.github.extendclient.internal.config.Timeouts;
import io.github.extendclient.internal.pace.RatePacer;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.pacing.Pacer;
import io.github.extendclient.runtime.RateLimitCategory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Sets the options of an {@link ExtendClient}. {@link #build()} checks them all, without a network.
 *
 * <p>Defaults are read from the environment variables {@code EXTEND_API_KEY}, {@code
 * EXTEND_WORKSPACE_ID}, {@code EXTEND_BASE_URL} and {@code EXTEND_REGION}. A blank variable counts
 * as not set.
 */
public final class ExtendClientBuilder {
  // Larger than any known response; a larger body is a mistake that would end in an
  // OutOfMemoryError.
  private static final long DEFAULT_MAX_RESPONSE_BYTES = 256L * 1024 * 1024;

  // A rate out of this range is a mistake in its unit.
  private static final double SLOWEST_RATE = 0.001;
  private static final double FASTEST_RATE = 100_000;

  private @Nullable String apiKey;
  private @Nullable Supplier<String> apiKeySupplier;
  private @Nullable String workspace;
  private @Nullable String region;
  private @Nullable String baseUrl;
  private @Nullable String userAgent;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;
  private @Nullable Duration writeTimeout;
  private @Nullable Duration deadline;
  private @Nullable OkHttpClient httpClient;
  private Call.@Nullable Factory callFactory;
  private IdPolicy idPolicy = IdPolicy.STRICT;
  private int maxAttempts = RetrySettings.DEFAULT.maxAttempts();
  private boolean retryCreatesMarkedRetryable = RetrySettings.DEFAULT.retryCreatesMarkedRetryable();
  private Duration maxRetryAfter = ClientConfig.DEFAULT_MAX_RETRY_AFTER;
  private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
  private int maxConcurrentRequests = ClientConfig.DEFAULT_MAX_CONCURRENT_REQUESTS;
  private @Nullable Executor executor;
  private final Map<RateLimitCategory, Double> rateLimits = new EnumMap<>(RateLimitCategory.class);
  private @Nullable Pacer pacer;
  private boolean logBodies;
  private @Nullable AttemptListener attemptListener;
  private Function<String, @Nullable String> environment = System::getenv;
  private Timeline timeline = SystemTimeline.INSTANCE;
  private RandomGenerator random = new Random();

  ExtendClientBuilder() {}

  /**
   * Sets the API key, from the dashboard's developer settings. It is sent only to the configured
   * host, and never part of logs, exceptions or {@code toString()}.
   *
   * @param apiKey without spaces or line breaks, by default {@code EXTEND_API_KEY}
   * @return this
   */
  public ExtendClientBuilder apiKey(String apiKey) {
    this.apiKey =
        Objects.requireNonNull(
            apiKey,
            "The API key is null: give the key, or leave apiKey(...) out to use EXTEND_API_KEY.");
    this.apiKeySupplier = null;
    return this;
  }

  /**
   * Sets a supplier of the API key, for keys that change while the program runs. It is called
   * before each attempt of each call: on the caller's thread for a blocking call, otherwise on the
   * thread that sends the request. The trap: the deadline of a blocking call does not interrupt the
   * supplier, so cache the key and renew it in the background.
   *
   * <pre>{@code
   * ExtendClient.builder().apiKey(vault::currentKey).build();
   * }</pre>
   *
   * @param apiKey a thread-safe supplier; if it throws, or returns null or an invalid key, the call
   *     fails with an {@link io.github.extendclient.error.ApiKeyException} and nothing is sent
   * @return this
   */
  public ExtendClientBuilder apiKey(Supplier<String> apiKey) {
    this.apiKeySupplier = Objects.requireNonNull(apiKey, "apiKey");
    this.apiKey = null;
    return this;
  }

  /**
   * Sets the workspace, required for a key of an organization but not for a key of a workspace.
   *
   * @param workspace a workspace ID, such as {@code ws_...}, by default {@code EXTEND_WORKSPACE_ID}
   * @return this
   */
  public ExtendClientBuilder workspace(String workspace) {
    this.workspace = Objects.requireNonNull(workspace, "workspace");
    return this;
  }

  /**
   * Sets one of the vendor's deployments.
   *
   * @param region by default {@code EXTEND_REGION}, else {@link Region#US}
   * @return this
   */
  public ExtendClientBuilder region(Region region) {
    return region(region.id());
  }

  /**
   * Sets one of the vendor's deployments by name.
   *
   * @param region {@code us}, {@code us2} or {@code eu}
   * @return this
   */
  public ExtendClientBuilder region(String region) {
    this.region = Objects.requireNonNull(region, "region");
    return this;
  }

  /**
   * Sets the base URL of another deployment, instead of a region.
   *
   * @param baseUrl https, or http for a loopback host; may have a path; by default {@code
   *     EXTEND_BASE_URL}
   * @return this
   */
  public ExtendClientBuilder baseUrl(String baseUrl) {
    this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
    return this;
  }

  /**
   * Sets the timeout for a connection, including TLS.
   *
   * @param timeout by default 10 seconds
   * @return this
   */
  public ExtendClientBuilder connectTimeout(Duration timeout) {
    this.connectTimeout = timeout;
    return this;
  }

  /**
   * Sets the timeout for the next bytes of a response, including the first. It does not apply to
   * operations that declare a longer time, such as the synchronous {@code /parse} with 5 minutes;
   * {@link #deadline} limits those.
   *
   * @param timeout by default 60 seconds
   * @return this
   */
  public ExtendClientBuilder readTimeout(Duration timeout) {
    this.readTimeout = timeout;
    return this;
  }

  /**
   * Sets the timeout for writing the next bytes of a request.
   *
   * @param timeout by default 60 seconds
   * @return this
   */
  public ExtendClientBuilder writeTimeout(Duration timeout) {
    this.writeTimeout = timeout;
    return this;
  }

  /**
   * Sets the timeout of a call, including all attempts and waits. If the next wait would exceed it,
   * the call fails at once.
   *
   * <p>The default is 2 minutes, or 30 seconds more than the time that an operation declares, if
   * that is longer; plus 1 second per 256 KiB of the request body, or 1 hour if its length is
   * unknown.
   *
   * @param deadline for each call
   * @return this
   */
  public ExtendClientBuilder deadline(Duration deadline) {
    this.deadline = deadline;
    return this;
  }

  /**
   * Sets your own OkHttp client, with proxies, TLS, interceptors and event listeners. Its
   * connection pool is shared, and its timeouts apply unless they are set here. Retries, checks and
   * headers of this client remain, and redirects to another host are never followed. The limits of
   * its dispatcher have no effect, because calls run on this client's threads: use {@link
   * #maxConcurrentRequests}. {@code dispatcher().cancelAll()} cancels these calls, too.
   *
   * @param httpClient never closed by this client
   * @return this
   */
  public ExtendClientBuilder httpClient(OkHttpClient httpClient) {
    this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
    return this;
  }

  /**
   * Sets another implementation of HTTP calls in place of an OkHttp client. Retries, checks and
   * headers of this client remain, but timeouts are those of the factory. It must not follow
   * redirects or retry requests.
   *
   * @param callFactory never closed by this client
   * @return this
   */
  public ExtendClientBuilder callFactory(Call.Factory callFactory) {
    if (callFactory instanceof OkHttpClient client) {
      return httpClient(client);
    }
    this.callFactory = Objects.requireNonNull(callFactory, "callFactory");
    return this;
  }

  /**
   * Sets how strictly IDs are checked before a request is sent.
   *
   * @param idPolicy by default {@link IdPolicy#STRICT}
   * @return this
   */
  public ExtendClientBuilder idPolicy(IdPolicy idPolicy) {
    this.idPolicy = Objects.requireNonNull(idPolicy, "idPolicy");
    return this;
  }

  /**
   * Sets the maximum of requests per call.
   *
   * @param maxAttempts at least 1, which turns retries off; by default 3
   * @return this
   */
  public ExtendClientBuilder maxAttempts(int maxAttempts) {
    this.maxAttempts = maxAttempts;
    return this;
  }

  /**
   * Sets whether to retry a create after a server error marked as retryable. The trap: the run may
   * then be created, and billed, twice. By default, a create is retried only if the server
   * certainly did not accept the first request.
   *
   * @param accepted by default false
   * @return this
   */
  public ExtendClientBuilder retryCreatesMarkedRetryable(boolean accepted) {
    this.retryCreatesMarkedRetryable = accepted;
    return this;
  }

  /**
   * Sets how many requests of asynchronous calls may be under way at once. Further asynchronous
   * calls wait in order, without a thread. Each request under way blocks a thread: with a limit of
   * 1,000, there may be 1,000 threads, plus those of blocking continuations. Blocking calls run on
   * their callers' threads and do not count.
   *
   * @param maxConcurrentRequests at least 1, by default 64
   * @return this
   */
  public ExtendClientBuilder maxConcurrentRequests(int maxConcurrentRequests) {
    this.maxConcurrentRequests = maxConcurrentRequests;
    return this;
  }

  /**
   * Sets the executor of asynchronous calls: each request under way blocks one of its threads, and
   * continuations run on it afterwards. With virtual threads, a thousand requests need few platform
   * threads:
   *
   * <pre>{@code
   * builder.executor(Executors.newVirtualThreadPerTaskExecutor()).maxConcurrentRequests(1_000)
   * }</pre>
   *
   * <p>The trap: the executor must have a thread for each task. In a smaller pool, continuations
   * that wait for another call of this client block each other until the deadline. A call that ends
   * by its deadline, a cancellation or the closing of the client completes on a thread of the
   * client.
   *
   * @param executor never shut down by this client; by default, daemon threads of the client
   * @return this
   */
  public ExtendClientBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Sets the longest wait that is accepted from a {@code Retry-After} header. If the server demands
   * more, the call fails at once, and {@link #rateLimit} slows down other requests but does not
   * pause them.
   *
   * @param maxRetryAfter by default 5 minutes
   * @return this
   */
  public ExtendClientBuilder maxRetryAfter(Duration maxRetryAfter) {
    this.maxRetryAfter = Objects.requireNonNull(maxRetryAfter, "maxRetryAfter");
    return this;
  }

  /**
   * Sets the maximum size of a response; a call with a larger one fails.
   *
   * @param maxResponseBytes by default 256 MiB
   * @return this
   */
  public ExtendClientBuilder maxResponseBytes(long maxResponseBytes) {
    this.maxResponseBytes = maxResponseBytes;
    return this;
  }

  /**
   * Limits the rate of a category of requests, with even intervals, so that this client stays below
   * the organization's limit. After a 429, the rate drops to half for all calls of the client and
   * recovers within about ten seconds; with a {@code Retry-After}, nothing is sent before that
   * time. Waits count against the {@link #deadline}; asynchronous calls wait without a thread.
   *
   * <pre>{@code
   * builder.rateLimit(RateLimitCategory.GET, 10).rateLimit(RateLimitCategory.RUN, 80 / 60.0) // 80 a minute
   * }</pre>
   *
   * @param category the category
   * @param requestsPerSecond this client's share of the limit, by default unlimited
   * @return this
   * @see <a href="https://docs.extend.ai/2026-02-09/general/rate-limits">Rate limits</a>
   */
  public ExtendClientBuilder rateLimit(RateLimitCategory category, double requestsPerSecond) {
    rateLimits.put(Objects.requireNonNull(category, "category"), requestsPerSecond);
    return this;
  }

  /**
   * Sets your own pacer, such as one for a limit shared by several processes, instead of {@link
   * #rateLimit}.
   *
   * @param pacer must be quick and thread-safe
   * @return this
   */
  public ExtendClientBuilder pacer(Pacer pacer) {
    this.pacer = Objects.requireNonNull(pacer, "pacer");
    return this;
  }

  /**
   * Sets a listener that is called after each attempt.
   *
   * @param attemptListener must be quick and thread-safe; its exceptions are logged, and the call
   *     continues
   * @return this
   */
  public ExtendClientBuilder attemptListener(AttemptListener attemptListener) {
    this.attemptListener = Objects.requireNonNull(attemptListener, "attemptListener");
    return this;
  }

  /**
   * Sets whether to log the first 8 KiB of each JSON body, sent or received, to the SLF4J logger
   * {@code io.github.extendclient.bodies} at level debug. Passwords, secrets, keys and the
   * signatures of URLs are masked. The trap: the content of documents is not masked. Attempts are
   * always logged to {@code io.github.extendclient.attempts} at that level, without IDs, headers
   * and bodies.
   *
   * @param logBodies by default false
   * @return this
   */
  public ExtendClientBuilder logBodies(boolean logBodies) {
    this.logBodies = logBodies;
    return this;
  }

  /**
   * Sets the name of your program, which precedes this client's name in {@code User-Agent}.
   *
   * @param userAgent such as {@code invoice-import/2.1}
   * @return this
   */
  public ExtendClientBuilder userAgent(String userAgent) {
    this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
    return this;
  }

  ExtendClientBuilder environment(Function<String, @Nullable String> environment) {
    this.environment = environment;
    return this;
  }

  ExtendClientBuilder timeline(Timeline timeline, RandomGenerator random) {
    this.timeline = timeline;
    this.random = random;
    return this;
  }

  /**
   * Creates the client.
   *
   * @return the client
   * @throws IllegalArgumentException if a setting is wrong; the message names the setting, its
   *     value unless it is a secret, and a correct one
   */
  public ExtendClient build() {
    return ExtendClient.of(config());
  }

  ClientConfig config() {
    if (httpClient != null && callFactory != null) {
      throw new IllegalArgumentException(
          "Both httpClient(...) and callFactory(...) are set: set one of them.");
    }
    if (maxAttempts < 1) {
      throw new IllegalArgumentException(
          "maxAttempts is " + maxAttempts + ": give 1 for no retries, or more.");
    }
    if (maxResponseBytes < 1) {
      throw new IllegalArgumentException(
          "maxResponseBytes is " + maxResponseBytes + ": give at least 1.");
    }
    if (maxConcurrentRequests < 1) {
      throw new IllegalArgumentException(
          "maxConcurrentRequests is " + maxConcurrentRequests + ": give at least 1.");
    }
    return new ClientConfig(
        url(),
        key(),
        workspaceId(),
        userAgent == null
            ? ProductToken.text()
            : HeaderValues.text("user agent", userAgent) + " " + ProductToken.text(),
        Map.of(),
        Map.of(),
        timeouts(),
        httpClient,
        callFactory,
        idPolicy,
        new RetrySettings(maxAttempts, retryCreatesMarkedRetryable),
        Timeouts.checked("maxRetryAfter", maxRetryAfter),
        maxResponseBytes,
        maxConcurrentRequests,
        executor,
        pacer(),
        logBodies,
        attemptListener,
        timeline,
        random);
  }

  private ApiKey key() {
    if (apiKeySupplier != null) {
      return ApiKey.from(apiKeySupplier);
    }
    if (apiKey != null) {
      return ApiKey.of(HeaderValues.apiKey(apiKey, "apiKey(...)"));
    }
    String key = variable("EXTEND_API_KEY");
    if (key == null) {
      throw new IllegalArgumentException(
          "There is no API key: call apiKey(...) or set the environment variable EXTEND_API_KEY.");
    }
    return ApiKey.of(HeaderValues.apiKey(key, "EXTEND_API_KEY"));
  }

  private @Nullable Pacer pacer() {
    if (pacer != null && !rateLimits.isEmpty()) {
      throw new IllegalArgumentException(
          "Both pacer(...) and rateLimit(...) are set: set one of them.");
    }
    rateLimits.forEach(
        (category, limit) -> {
          if (!(limit >= SLOWEST_RATE && limit <= FASTEST_RATE)) {
            throw new IllegalArgumentException(
                "The rate limit of "
                    + category
                    + " is "
                    + limit
                    + ": give from 0.001 to 100000 requests per second.");
          }
        });
    return rateLimits.isEmpty() ? pacer : new RatePacer(rateLimits, timeline);
  }

  private @Nullable String workspaceId() {
    if (workspace != null) {
      return HeaderValues.text("workspace", workspace);
    }
    String id = variable("EXTEND_WORKSPACE_ID");
    return id == null ? null : HeaderValues.text("workspace from EXTEND_WORKSPACE_ID", id);
  }

  private HttpUrl url() {
    if (baseUrl != null && region != null) {
      throw new IllegalArgumentException(
          "Both baseUrl(...) and region(\"" + region + "\") are set: set one of them.");
    }
    if (baseUrl != null) {
      return BaseUrls.parse(baseUrl, "baseUrl(...)");
    }
    if (region != null) {
      return urlOf(region, "region(...)");
    }
    String url = variable("EXTEND_BASE_URL");
    if (url != null) {
      return BaseUrls.parse(url, "EXTEND_BASE_URL");
    }
    String name = variable("EXTEND_REGION");
    return urlOf(name == null ? Region.US.id() : name, "EXTEND_REGION");
  }

  /**
   * Returns an environment variable; null if it is blank, since many tools set unset variables to
   * empty.
   */
  private @Nullable String variable(String name) {
    String value = environment.apply(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static HttpUrl urlOf(String region, String source) {
    try {
      return BaseUrls.parse(Region.of(region).baseUrl(), source);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + " It comes from " + source + ".", e);
    }
  }

  private Timeouts timeouts() {
    boolean set = connectTimeout != null || readTimeout != null || writeTimeout != null;
    if (set && callFactory != null) {
      throw new IllegalArgumentException(
          "connectTimeout, readTimeout and writeTimeout have no effect on a callFactory(...): set"
              + " them there; deadline(...) works.");
    }
    return new Timeouts(
        checked("connectTimeout", connectTimeout),
        checked("readTimeout", readTimeout),
        checked("writeTimeout", writeTimeout),
        null,
        checked("deadline", deadline));
  }

  private static @Nullable Duration checked(String name, @Nullable Duration timeout) {
    return timeout == null ? null : Timeouts.checked(name, timeout);
  }
}
