package io.github.extendclient;

import io.github.extendclient.internal.config.HeaderValues;
import io.github.extendclient.internal.config.Timeouts;
import java.time.Duration;
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
  private final Map<String, String> headers;

  private CallOptions(Builder builder) {
    attemptTimeout = builder.attemptTimeout;
    deadline = builder.deadline;
    maxAttempts = builder.maxAttempts;
    workspace = builder.workspace;
    idPolicy = builder.idPolicy;
    headers = Map.copyOf(builder.headers);
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

  /** The options that are set. Of headers only the names, as a value may be a secret. */
  @Override
  public String toString() {
    Map<String, Object> set = new LinkedHashMap<>();
    add(set, "attemptTimeout", attemptTimeout);
    add(set, "deadline", deadline);
    add(set, "maxAttempts", maxAttempts);
    add(set, "workspace", workspace);
    add(set, "idPolicy", idPolicy);
    add(set, "headers", headers.isEmpty() ? null : new TreeMap<>(headers).keySet());
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
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Builder() {}

    /**
     * How long one attempt may take, from its request to the end of its answer. It replaces the
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
     * The options.
     *
     * @return never null
     */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
