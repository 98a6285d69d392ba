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
 * What some calls do differently from the rest of the client. Used through a view of the client:
 *
 * <pre>{@code
 * ExtendClient patient =
 *     extend.withOptions(CallOptions.builder().deadline(Duration.ofMinutes(20)).build());
 * ParseRun run = patient.parseRuns().create(request);
 * }</pre>
 *
 * <p>What is not set stays as the client has it.
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
   * Options of which none is set.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the time for one attempt; null if not set} */
  public @Nullable Duration attemptTimeout() {
    return attemptTimeout;
  }

  /** {@return the time for a call with all its attempts and waits; null if not set} */
  public @Nullable Duration deadline() {
    return deadline;
  }

  /** {@return how many requests a call may make; null if not set} */
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

  /** {@return the extra headers, unmodifiable, with names in lower case} */
  public Map<String, String> headers() {
    return headers;
  }

  /** {@return the API key; null if not set} */
  public @Nullable String apiKey() {
    return apiKey;
  }

  /** {@return the extra query parameters, unmodifiable, in the order in which they were set} */
  public Map<String, String> queryParameters() {
    return queryParameters;
  }

  /** The settings of a client with these options on top; headers and query parameters are added. */
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
            ? new RetrySettings(maxAttempts, config.retries().retryCreatesWhenServerSaysSo())
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
   * The options that are set. Of headers and query parameters only the names, as a value may be a
   * secret, and of the API key only that it is set.
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

  /** Sets options. Not for use by several threads at once. */
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
     * How long one attempt may take, from its request to the end of its response. It replaces the
     * client's read timeout where it is longer, and the time that an operation may hold the
     * connection where it is shorter.
     *
     * @param timeout from 1 millisecond to 1 day
     * @return this
     * @throws IllegalArgumentException if it is out of bounds
     */
    public Builder attemptTimeout(Duration timeout) {
      this.attemptTimeout = Timeouts.checked("attemptTimeout", timeout);
      return this;
    }

    /**
     * How long a call may take, all its attempts and waits together.
     *
     * @param deadline from 1 millisecond to 1 day
     * @return this
     * @throws IllegalArgumentException if it is out of bounds
     */
    public Builder deadline(Duration deadline) {
      this.deadline = Timeouts.checked("deadline", deadline);
      return this;
    }

    /**
     * How many requests a call may make.
     *
     * @param maxAttempts 1 switches retries off
     * @return this
     * @throws IllegalArgumentException if it is less than 1
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
     * The workspace that the calls concern.
     *
     * @param workspace such as {@code ws_...}
     * @return this
     * @throws IllegalArgumentException if it cannot stand in a header
     */
    public Builder workspace(String workspace) {
      this.workspace = HeaderValues.text("workspace", workspace);
      return this;
    }

    /**
     * How strictly IDs are checked.
     *
     * @param idPolicy instead of the client's
     * @return this
     */
    public Builder idPolicy(IdPolicy idPolicy) {
      this.idPolicy = Objects.requireNonNull(idPolicy, "idPolicy");
      return this;
    }

    /**
     * A header to send beside the client's own, such as {@code traceparent}. A second value for a
     * name replaces the first.
     *
     * @param name in any case
     * @param value visible ASCII characters; never shown in messages
     * @return this
     * @throws IllegalArgumentException if the client sets the header itself, or name or value
     *     cannot stand in a request
     */
    public Builder header(String name, String value) {
      HeaderValues.checkExtra(name, value);
      headers.put(name.toLowerCase(Locale.ROOT), value);
      return this;
    }

    /**
     * Another API key for these calls, such as that of one of several tenants. Rate limits, retry
     * budget and connections stay those of the client.
     *
     * @param apiKey without spaces or line breaks; never shown in messages
     * @return this
     * @throws IllegalArgumentException if it cannot be a key
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = HeaderValues.apiKey(Objects.requireNonNull(apiKey, "apiKey"), "CallOptions");
      return this;
    }

    /**
     * A query parameter to send with every request, such as one that this version of the client
     * does not know. It takes the place of the operation's own parameter of that name, and a second
     * value for a name replaces the first.
     *
     * @param name not blank; encoded when it is sent
     * @param value encoded when it is sent
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
     * The options.
     *
     * @return never null
     */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
