package io.github.extendclient;

import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.config.ApiKey;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.config.HeaderValues;
import io.github.extendclient.internal.config.RetrySettings;
import io.github.extendclient.internal.config.Timeouts;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Options for some calls of a client. Use them through a view of the client:
 *
 * <pre>{@code
 * ExtendClient patient =
 *     extend.withOptions(CallOptions.builder().deadline(Duration.ofMinutes(20)).build());
 * ParseRun run = patient.parseRuns().create(request);
 * }</pre>
 *
 * <p>For options that are not set, the client's settings apply.
 */
public final class CallOptions {
  private final @Nullable Duration attemptTimeout;
  private final @Nullable Duration deadline;
  private final @Nullable Integer maxAttempts;
  private final @Nullable String workspace;
  private final @Nullable IdPolicy idPolicy;
  private final @Nullable String apiKey;
  private final Map<String, String> headers;
  private final Map<String, String> queryParameters;

  private CallOptions(Builder builder) {
    attemptTimeout = builder.attemptTimeout;
    deadline = builder.deadline;
    maxAttempts = builder.maxAttempts;
    workspace = builder.workspace;
    idPolicy = builder.idPolicy;
    apiKey = builder.apiKey;
    headers = Map.copyOf(builder.headers);
    queryParameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.queryParameters));
  }

  /**
   * Returns a builder without options.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the timeout of one attempt; null if not set} */
  public @Nullable Duration attemptTimeout() {
    return attemptTimeout;
  }

  /** {@return the timeout of a call, including all attempts and waits; null if not set} */
  public @Nullable Duration deadline() {
    return deadline;
  }

  /** {@return the maximum of requests per call; null if not set} */
  public @Nullable Integer maxAttempts() {
    return maxAttempts;
  }

  /** {@return the workspace; null if not set} */
  public @Nullable String workspace() {
    return workspace;
  }

  /** {@return how strictly IDs are checked; null if not set} */
  public @Nullable IdPolicy idPolicy() {
    return idPolicy;
  }

  /** {@return the additional headers, unmodifiable, with names in lower case} */
  public Map<String, String> headers() {
    return headers;
  }

  /** {@return the API key; null if not set} */
  public @Nullable String apiKey() {
    return apiKey;
  }

  /**
   * {@return the additional query parameters, unmodifiable, in the order in which they were set}
   */
  public Map<String, String> queryParameters() {
    return queryParameters;
  }

  /**
   * Returns the settings of a client, overridden by these options; headers and query parameters are
   * added.
   */
  ClientConfig appliedTo(ClientConfig config) {
    Map<String, String> allHeaders = new HashMap<>(config.headers());
    allHeaders.putAll(headers);
    Map<String, String> allParameters = new LinkedHashMap<>(config.queryParameters());
    allParameters.putAll(queryParameters);
    return new ClientConfig(
        config.baseUrl(),
        apiKey != null ? ApiKey.of(apiKey) : config.apiKey(),
        workspace != null ? workspace : config.workspace(),
        config.userAgent(),
        Map.copyOf(allHeaders),
        Collections.unmodifiableMap(allParameters),
        config.timeouts().with(attemptTimeout, deadline),
        config.httpClient(),
        config.callFactory(),
        idPolicy != null ? idPolicy : config.idPolicy(),
        maxAttempts != null
            ? new RetrySettings(maxAttempts, config.retries().retryCreatesMarkedRetryable())
            : config.retries(),
        config.maxRetryAfter(),
        config.maxResponseBytes(),
        config.maxConcurrentRequests(),
        config.executor(),
        config.pacer(),
        config.logBodies(),
        config.listener(),
        config.timeline(),
        config.random());
  }

  /**
   * Returns the options that are set, without the API key and without the values of headers and
   * query parameters, which may be secret.
   */
  @Override
  public String toString() {
    Map<String, Object> set = new LinkedHashMap<>();
    add(set, "attemptTimeout", attemptTimeout);
    add(set, "deadline", deadline);
    add(set, "maxAttempts", maxAttempts);
    add(set, "workspace", workspace);
    add(set, "idPolicy", idPolicy);
    add(set, "apiKey", apiKey == null ? null : "***");
    add(set, "headers", headers.isEmpty() ? null : new TreeMap<>(headers).keySet());
    add(set, "queryParameters", queryParameters.isEmpty() ? null : queryParameters.keySet());
    return "CallOptions" + set;
  }

  private static void add(Map<String, Object> set, String name, @Nullable Object value) {
    if (value != null) {
      set.put(name, value);
    }
  }

  /** Sets options. Not thread-safe. */
  public static final class Builder {
    private @Nullable Duration attemptTimeout;
    private @Nullable Duration deadline;
    private @Nullable Integer maxAttempts;
    private @Nullable String workspace;
    private @Nullable IdPolicy idPolicy;
    private @Nullable String apiKey;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> queryParameters = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets the timeout of one attempt, from its request to the end of its response. It overrides a
     * shorter read timeout of the client, and a longer timeout that an operation declares.
     *
     * @param timeout from 1 millisecond to 1 day
     * @return this
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public Builder attemptTimeout(Duration timeout) {
      this.attemptTimeout = Timeouts.checked("attemptTimeout", timeout);
      return this;
    }

    /**
     * Sets the timeout of a call, including all attempts and waits.
     *
     * @param deadline from 1 millisecond to 1 day
     * @return this
     * @throws IllegalArgumentException if the deadline is out of range
     */
    public Builder deadline(Duration deadline) {
      this.deadline = Timeouts.checked("deadline", deadline);
      return this;
    }

    /**
     * Sets the maximum of requests per call.
     *
     * @param maxAttempts at least 1, which turns retries off
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder maxAttempts(int maxAttempts) {
      if (maxAttempts < 1) {
        throw new IllegalArgumentException(
            "maxAttempts is " + maxAttempts + ": give 1 for no retries, or more.");
      }
      this.maxAttempts = maxAttempts;
      return this;
    }

    /**
     * Sets the workspace of the calls.
     *
     * @param workspace a workspace ID, such as {@code ws_...}
     * @return this
     * @throws IllegalArgumentException if the ID is not valid in a header
     */
    public Builder workspace(String workspace) {
      this.workspace = HeaderValues.text("workspace", workspace);
      return this;
    }

    /**
     * Sets how strictly IDs are checked.
     *
     * @param idPolicy the policy, instead of the client's
     * @return this
     */
    public Builder idPolicy(IdPolicy idPolicy) {
      this.idPolicy = Objects.requireNonNull(idPolicy, "idPolicy");
      return this;
    }

    /**
     * Adds a header, such as {@code traceparent}. A second value for a name replaces the first.
     *
     * @param name the name, in any case
     * @param value visible ASCII characters; never part of messages
     * @return this
     * @throws IllegalArgumentException if the client itself sets the header, or name or value is
     *     invalid
     */
    public Builder header(String name, String value) {
      HeaderValues.checkExtra(name, value);
      headers.put(name.toLowerCase(Locale.ROOT), value);
      return this;
    }

    /**
     * Sets another API key for these calls, such as that of a tenant. The trap: rate limits, retry
     * budget and connections are still shared with the client.
     *
     * @param apiKey without spaces or line breaks; never part of messages
     * @return this
     * @throws IllegalArgumentException if the text cannot be a key
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = HeaderValues.apiKey(Objects.requireNonNull(apiKey, "apiKey"), "CallOptions");
      return this;
    }

    /**
     * Adds a query parameter to each request, such as one that is newer than this client. It
     * replaces the operation's parameter of that name; a second value for a name replaces the
     * first.
     *
     * @param name not blank; encoded on sending
     * @param value encoded on sending
     * @return this
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder queryParameter(String name, String value) {
      if (name.isBlank()) {
        throw new IllegalArgumentException(
            "The name of a query parameter is blank: give the name that the API takes.");
      }
      queryParameters.put(name, Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Creates the options.
     *
     * @return never null
     */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
