package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.document.DocumentLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an {@link ExtendServer}; each has a default.
 *
 * <pre>{@code
 * ExtendServer server = ExtendServer.builder().clock(new TestClock()).seed(7).start();
 * }</pre>
 *
 * <p>Not safe for use by several threads. A builder can start several servers; they share nothing
 * but the clock.
 */
public final class ExtendServerBuilder {
  String apiKey = ExtendServer.DEFAULT_API_KEY;
  @Nullable String organizationKey;
  final Map<String, Integer> rateLimits = new HashMap<>();
  Clock clock = Clock.systemUTC();
  long seed = 1;
  Duration pendingTime = Duration.ofMillis(150);
  Duration processingTime = Duration.ofMillis(350);
  Duration documentTimeout = DocumentLimits.DEFAULT.time();
  Duration visibilityDelay = Duration.ZERO;
  long creditsPerRun;
  @Nullable Integer filesPerMinute;
  int port;

  ExtendServerBuilder() {}

  /**
   * Sets the API key that the server accepts, by default {@link ExtendServer#DEFAULT_API_KEY}.
   *
   * @param apiKey not blank
   * @return this
   * @throws IllegalArgumentException if it is blank
   */
  public ExtendServerBuilder apiKey(String apiKey) {
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException("the API key must not be blank");
    }
    this.apiKey = apiKey;
    return this;
  }

  /**
   * Sets a second API key, that of the organization. Requests with it must name the workspace
   * {@link ExtendServer#WORKSPACE_ID} in the header {@code x-extend-workspace-id}. By default there
   * is no such key.
   *
   * @param organizationKey not blank
   * @return this
   * @throws IllegalArgumentException if it is blank
   */
  public ExtendServerBuilder organizationKey(String organizationKey) {
    if (organizationKey.isBlank()) {
      throw new IllegalArgumentException("the organization key must not be blank");
    }
    this.organizationKey = organizationKey;
    return this;
  }

  /**
   * Limits how many requests of a category the server accepts in each second of its clock; the
   * others get a 429. By default there is no limit.
   *
   * @param category the requests that are limited
   * @param requestsPerSecond 1 or more
   * @return this
   * @throws IllegalArgumentException if {@code requestsPerSecond} is below 1
   */
  public ExtendServerBuilder rateLimit(Category category, int requestsPerSecond) {
    if (requestsPerSecond < 1) {
      throw new IllegalArgumentException(
          "requestsPerSecond must be at least 1, but is " + requestsPerSecond);
    }
    rateLimits.put(category.name(), requestsPerSecond);
    return this;
  }

  /**
   * Sets the clock of the server, by default the system clock. It decides when runs change their
   * status, when signed URLs expire, and when webhooks are sent again.
   *
   * @param clock the system clock, or a {@link TestClock}
   * @return this
   */
  public ExtendServerBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets the seed of the IDs and of random faults, by default 1. Servers with the same seed give
   * the same sequence of requests the same IDs and faults.
   *
   * @param seed any number
   * @return this
   */
  public ExtendServerBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Sets how long a run is {@code PENDING}, by default 150 ms of the clock. A parse run is {@code
   * PROCESSING} during that time, as the API documents it.
   *
   * @param pendingTime zero or more
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public ExtendServerBuilder pendingTime(Duration pendingTime) {
    this.pendingTime = requireNotNegative("pendingTime", pendingTime);
    return this;
  }

  /**
   * Sets how long a run is {@code PROCESSING}, by default 350 ms of the clock.
   *
   * @param processingTime zero or more
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public ExtendServerBuilder processingTime(Duration processingTime) {
    this.processingTime = requireNotNegative("processingTime", processingTime);
    return this;
  }

  /**
   * Sets the limit of the time for reading one document, by default 2 s of real time, whatever
   * {@link #clock} says. A run over a document that takes longer fails with {@code CORRUPT_FILE}.
   * Raise it for documents of hundreds of pages.
   *
   * @param documentTimeout more than zero
   * @return this
   * @throws IllegalArgumentException if it is zero or negative
   */
  public ExtendServerBuilder documentTimeout(Duration documentTimeout) {
    if (documentTimeout.isZero()) {
      throw new IllegalArgumentException("documentTimeout must be more than zero");
    }
    this.documentTimeout = requireNotNegative("documentTimeout", documentTimeout);
    return this;
  }

  /**
   * Sets the credits that each successful run uses, by default 0.
   *
   * @param credits zero or more
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public ExtendServerBuilder creditsPerRun(long credits) {
    if (credits < 0) {
      throw new IllegalArgumentException("creditsPerRun must not be negative, but is " + credits);
    }
    this.creditsPerRun = credits;
    return this;
  }

  /**
   * Limits how many runs start to be processed in each minute of the clock, as the API does; later
   * runs wait. By default there is no limit.
   *
   * @param files 1 or more
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public ExtendServerBuilder filesPerMinute(int files) {
    if (files < 1) {
      throw new IllegalArgumentException("filesPerMinute must be at least 1, but is " + files);
    }
    this.filesPerMinute = files;
    return this;
  }

  /**
   * Sets how long a new resource is missing from lists, as in a service that lists from a replica;
   * by default zero. The resource can be retrieved by its ID at once.
   *
   * @param visibilityDelay zero or more
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public ExtendServerBuilder visibilityDelay(Duration visibilityDelay) {
    this.visibilityDelay = requireNotNegative("visibilityDelay", visibilityDelay);
    return this;
  }

  /**
   * Sets the port on the loopback address, by default 0, which is any free port.
   *
   * @param port 0, or a free port
   * @return this
   * @throws IllegalArgumentException if it is not between 0 and 65535
   */
  public ExtendServerBuilder port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535, but is " + port);
    }
    this.port = port;
    return this;
  }

  /**
   * Starts the server.
   *
   * @return the server, which runs until it is closed
   * @throws UncheckedIOException if the port cannot be opened; the message names the port
   */
  public ExtendServer start() {
    try {
      return new ExtendServer(this);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port + " of 127.0.0.1", e);
    }
  }

  private static Duration requireNotNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value);
    }
    return value;
  }
}
