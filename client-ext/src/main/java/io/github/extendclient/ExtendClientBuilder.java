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
import io.github.extendclient.runtime.RunCategory;
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
 * The settings of an {@link ExtendClient}. Nothing is checked before {@link #build()}, which checks
 * everything: what it lets through can reach a server.
 *
 * <p>What is not set comes from the environment: {@code EXTEND_API_KEY}, {@code
 * EXTEND_WORKSPACE_ID}, {@code EXTEND_BASE_URL}, {@code EXTEND_REGION}. What is set wins. A
 * variable that is blank counts as not set.
 */
public final class ExtendClientBuilder {
  // Larger than any response seen; a body beyond it is a mistake that would end in an
  // OutOfMemoryError.
  private static final long DEFAULT_MAX_RESPONSE_BYTES = 256L * 1024 * 1024;

  // Beyond these a rate is a mistake in its unit.
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
  private boolean retryCreatesWhenServerSaysSo =
      RetrySettings.DEFAULT.retryCreatesWhenServerSaysSo();
  private Duration maxRetryAfter = ClientConfig.DEFAULT_MAX_RETRY_AFTER;
  private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
  private int maxConcurrentRequests = ClientConfig.DEFAULT_MAX_CONCURRENT_REQUESTS;
  private @Nullable Executor executor;
  private final Map<RunCategory, Double> rateLimits = new EnumMap<>(RunCategory.class);
  private @Nullable Pacer pacer;
  private boolean logBodies;
  private @Nullable AttemptListener attemptListener;
  private Function<String, @Nullable String> environment = System::getenv;
  private Timeline timeline = SystemTimeline.INSTANCE;
  private RandomGenerator random = new Random();

  ExtendClientBuilder() {}

  /**
   * The key, from the dashboard's developer settings. It is sent to the configured host only, and
   * never shown in logs, exceptions or {@code toString()}.
   *
   * @param apiKey without spaces or line breaks; {@code EXTEND_API_KEY} if not set
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
   * Where the key comes from when it changes while the program runs. Asked before every attempt of
   * every call: on the caller's thread for a blocking call, else on the thread that then sends the
   * request. The deadline of a blocking call is not heard while the supplier runs, so keep the key
   * at hand and renew it elsewhere.
   *
   * <pre>{@code
   * ExtendClient.builder().apiKey(vault::currentKey).build();
   * }</pre>
   *
   * @param apiKey thread-safe; if it fails, or gives null or what cannot be a key, the call fails
   *     with an {@link io.github.extendclient.error.ApiKeyException} and nothing is sent
   * @return this
   */
  public ExtendClientBuilder apiKey(Supplier<String> apiKey) {
    this.apiKeySupplier = Objects.requireNonNull(apiKey, "apiKey");
    this.apiKey = null;
    return this;
  }

  /**
   * The workspace, which an organization's key needs and a workspace's own key does not.
   *
   * @param workspace such as {@code ws_...}; {@code EXTEND_WORKSPACE_ID} if not set
   * @return this
   */
  public ExtendClientBuilder workspace(String workspace) {
    this.workspace = Objects.requireNonNull(workspace, "workspace");
    return this;
  }

  /**
   * One of the vendor's deployments.
   *
   * @param region {@code EXTEND_REGION}, else {@link Region#US}, if not set
   * @return this
   */
  public ExtendClientBuilder region(Region region) {
    return region(region.id());
  }

  /**
   * One of the vendor's deployments by name.
   *
   * @param region {@code us}, {@code us2} or {@code eu}
   * @return this
   */
  public ExtendClientBuilder region(String region) {
    this.region = Objects.requireNonNull(region, "region");
    return this;
  }

  /**
   * Any other deployment, instead of a region.
   *
   * @param baseUrl https, or http for a loopback host; may have a path; {@code EXTEND_BASE_URL} if
   *     not set
   * @return this
   */
  public ExtendClientBuilder baseUrl(String baseUrl) {
    this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
    return this;
  }

  /**
   * How long to wait for a connection, TLS included.
   *
   * @param timeout 10 seconds if not set
   * @return this
   */
  public ExtendClientBuilder connectTimeout(Duration timeout) {
    this.connectTimeout = timeout;
    return this;
  }

  /**
   * How long to wait for the next bytes of a response, the first ones included. An operation that
   * may hold the connection for longer by contract, such as the synchronous {@code /parse} with its
   * 5 minutes, waits that long whatever is set here; {@link #deadline} bounds it.
   *
   * @param timeout 60 seconds if not set
   * @return this
   */
  public ExtendClientBuilder readTimeout(Duration timeout) {
    this.readTimeout = timeout;
    return this;
  }

  /**
   * How long the connection may refuse to take the next bytes of a request.
   *
   * @param timeout 60 seconds if not set
   * @return this
   */
  public ExtendClientBuilder writeTimeout(Duration timeout) {
    this.writeTimeout = timeout;
    return this;
  }

  /**
   * How long a call may take, all its attempts and waits together. A wait that does not fit is not
   * begun: the call fails at once.
   *
   * <p>If not set: 2 minutes; for an operation that may hold the connection 30 seconds more than it
   * may; and for what is uploaded a second for each 256 KiB, or an hour if its length is unknown.
   *
   * @param deadline for every call
   * @return this
   */
  public ExtendClientBuilder deadline(Duration deadline) {
    this.deadline = deadline;
    return this;
  }

  /**
   * Your own OkHttp client: proxies, TLS, interceptors and event listeners are set there. Its
   * connection pool is shared; its timeouts hold unless they are set here, too; retries, checks and
   * headers stay. It does not follow redirects to another host here, whatever it does elsewhere.
   * The limits of its dispatcher have no effect, as calls run on the threads of this client: {@link
   * #maxConcurrentRequests} takes their place. {@code dispatcher().cancelAll()} ends these calls,
   * too.
   *
   * @param httpClient never closed by this client
   * @return this
   */
  public ExtendClientBuilder httpClient(OkHttpClient httpClient) {
    this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
    return this;
  }

  /**
   * Anything that makes calls, in place of OkHttp's client. Retries, checks and headers stay.
   * Timeouts are its own, and it must not follow redirects or repeat requests by itself.
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
   * How strictly IDs are checked before a request is sent.
   *
   * @param idPolicy {@link IdPolicy#STRICT} if not set
   * @return this
   */
  public ExtendClientBuilder idPolicy(IdPolicy idPolicy) {
    this.idPolicy = Objects.requireNonNull(idPolicy, "idPolicy");
    return this;
  }

  /**
   * How many requests a call may make.
   *
   * @param maxAttempts 3 if not set; 1 switches retries off
   * @return this
   */
  public ExtendClientBuilder maxAttempts(int maxAttempts) {
    this.maxAttempts = maxAttempts;
    return this;
  }

  /**
   * Accepts the risk that a run is started, and billed, twice: an operation that starts work is
   * then sent again after a server error that calls itself retryable. Without this it is sent again
   * only if it is certain that the first was not accepted.
   *
   * @param accepted false if not set
   * @return this
   */
  public ExtendClientBuilder retryCreatesWhenServerSaysSo(boolean accepted) {
    this.retryCreatesWhenServerSaysSo = accepted;
    return this;
  }

  /**
   * How many requests of asynchronous calls may be under way at a time. Other asynchronous calls
   * wait in order, without a thread. Each request under way takes a thread, as OkHttp reads from
   * its socket: with a limit of 1,000, up to 1,000 threads, and those of continuations that block.
   * Blocking calls run on the threads of their callers and do not count.
   *
   * @param maxConcurrentRequests at least 1; 64 if not set
   * @return this
   */
  public ExtendClientBuilder maxConcurrentRequests(int maxConcurrentRequests) {
    this.maxConcurrentRequests = maxConcurrentRequests;
    return this;
  }

  /**
   * Your own threads for asynchronous calls: each request under way takes one, and continuations
   * run on it afterwards. With virtual threads, a thousand requests under way take a few threads of
   * the system:
   *
   * <pre>{@code
   * builder.executor(Executors.newVirtualThreadPerTaskExecutor()).maxConcurrentRequests(1_000)
   * }</pre>
   *
   * <p>The trap: the executor must have a thread for every task. In a pool with fewer threads,
   * continuations that wait for another call of this client wait for each other, until the
   * deadline.
   *
   * @param executor never shut down by this client; daemon threads of the client if not set
   * @return this
   */
  public ExtendClientBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * The longest wait that a server may ask for with {@code Retry-After}. If it asks for more, the
   * call fails at once; {@link #rateLimit} then slows other requests down and does not pause them.
   *
   * @param maxRetryAfter 5 minutes if not set
   * @return this
   */
  public ExtendClientBuilder maxRetryAfter(Duration maxRetryAfter) {
    this.maxRetryAfter = Objects.requireNonNull(maxRetryAfter, "maxRetryAfter");
    return this;
  }

  /**
   * The largest answer that is read; a larger one fails.
   *
   * @param maxResponseBytes 256 MiB if not set
   * @return this
   */
  public ExtendClientBuilder maxResponseBytes(long maxResponseBytes) {
    this.maxResponseBytes = maxResponseBytes;
    return this;
  }

  /**
   * Spaces the requests of a category evenly, so that this client stays below the organization's
   * limit. A 429 slows the category down for all calls of the client: to half, then back to the
   * limit within about ten seconds; and if the server says how long to wait, nothing is sent before
   * that. Waits count against the {@link #deadline}, and hold no thread in asynchronous calls.
   *
   * <pre>{@code
   * builder.rateLimit(RunCategory.GET, 10).rateLimit(RunCategory.RUN, 80 / 60.0) // 80 a minute
   * }</pre>
   *
   * @param category the limit that requests count against
   * @param requestsPerSecond what this client may use of the limit; no limit if not set
   * @return this
   * @see <a href="https://docs.extend.ai/2026-02-09/general/rate-limits">Rate limits</a>
   */
  public ExtendClientBuilder rateLimit(RunCategory category, double requestsPerSecond) {
    rateLimits.put(Objects.requireNonNull(category, "category"), requestsPerSecond);
    return this;
  }

  /**
   * Your own pacing, such as a limit that several processes share, instead of {@link #rateLimit}.
   *
   * @param pacer quick and thread-safe
   * @return this
   */
  public ExtendClientBuilder pacer(Pacer pacer) {
    this.pacer = Objects.requireNonNull(pacer, "pacer");
    return this;
  }

  /**
   * Is told of every attempt.
   *
   * @param attemptListener must be quick and thread-safe; what it throws is logged, and the call
   *     goes on
   * @return this
   */
  public ExtendClientBuilder attemptListener(AttemptListener attemptListener) {
    this.attemptListener = Objects.requireNonNull(attemptListener, "attemptListener");
    return this;
  }

  /**
   * Whether the first 8 KiB of every JSON body, sent or received, are written to the SLF4J logger
   * {@code io.github.extendclient.bodies} at level debug. Passwords, secrets, keys and the
   * signatures of URLs are masked; the content of documents is not. Attempts are written to {@code
   * io.github.extendclient.attempts} at that level in any case, without IDs, headers and bodies.
   *
   * @param logBodies false if not set
   * @return this
   */
  public ExtendClientBuilder logBodies(boolean logBodies) {
    this.logBodies = logBodies;
    return this;
  }

  /**
   * What your program calls itself, put before this client's own name in {@code User-Agent}.
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
   * The client.
   *
   * @return open until it is closed
   * @throws IllegalArgumentException if a setting is wrong; the message names it, its value unless
   *     it is the key, and what would be right
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
        new RetrySettings(maxAttempts, retryCreatesWhenServerSaysSo),
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

  /** Tools that pass variables on often make those that are not set empty. */
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
