package io.github.extendclient.internal.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The timeouts of calls. Null means the default, or the setting of the user's own OkHttp client.
 *
 * @param connect for a connection, including TLS
 * @param read between two reads from a connection, including the time until the response starts
 * @param write between two writes
 * @param attempt for one attempt, from its request to the end of its response
 * @param deadline for a whole call, including all attempts and waits
 */
public record Timeouts(
    @Nullable Duration connect,
    @Nullable Duration read,
    @Nullable Duration write,
    @Nullable Duration attempt,
    @Nullable Duration deadline) {
  /** Many times the time that connecting to a distant, healthy service takes. */
  public static final Duration DEFAULT_CONNECT = Duration.ofSeconds(10);

  /** For operations that respond at once; others declare how long they take. */
  public static final Duration DEFAULT_READ = Duration.ofSeconds(60);

  /** The same as for reads. */
  public static final Duration DEFAULT_WRITE = Duration.ofSeconds(60);

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(2);

  // Leaves time for the response of a second attempt, if the first was not accepted.
  private static final Duration BEYOND_HOLD = Duration.ofSeconds(30);

  // 2 Mbit/s: an upload that is slower than this over its whole length is stuck.
  private static final long SLOWEST_UPLOAD_BYTES_PER_SECOND = 256 * 1024;

  private static final Duration UPLOAD_OF_UNKNOWN_LENGTH = Duration.ofHours(1);

  /**
   * Checks a duration of the user.
   *
   * @param name the setting, for messages
   * @param timeout the user's value
   * @return the duration
   * @throws IllegalArgumentException if it is out of range
   */
  public static Duration checked(String name, Duration timeout) {
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The " + name + " is " + timeout + ": give from 1 millisecond to 1 day.");
    }
    return timeout;
  }

  /**
   * Returns timeouts with other limits.
   *
   * @param otherAttempt null to keep the current one
   * @param otherDeadline null to keep the current one
   * @return the timeouts
   */
  public Timeouts with(@Nullable Duration otherAttempt, @Nullable Duration otherDeadline) {
    return new Timeouts(
        connect,
        read,
        write,
        otherAttempt != null ? otherAttempt : attempt,
        otherDeadline != null ? otherDeadline : deadline);
  }

  /**
   * Returns the minimum read timeout of an operation.
   *
   * @param hold how long the server may take to respond; null if it responds at once
   * @return the user's timeout of an attempt, else the operation's own; null for the default
   */
  public @Nullable Duration holdOf(@Nullable Duration hold) {
    return attempt != null ? attempt : hold;
  }

  /**
   * Returns the deadline of a call.
   *
   * @param hold how long the server may take to respond; null if it responds at once
   * @param bodyBytes the length of the request body; -1 if unknown
   * @return the user's setting, or a default that suits the operation and the length
   */
  public Duration deadlineFor(@Nullable Duration hold, long bodyBytes) {
    if (deadline != null) {
      return deadline;
    }
    Duration response = DEFAULT_DEADLINE;
    Duration held = holdOf(hold);
    if (held != null && held.plus(BEYOND_HOLD).compareTo(response) > 0) {
      response = held.plus(BEYOND_HOLD);
    }
    Duration upload =
        bodyBytes < 0
            ? UPLOAD_OF_UNKNOWN_LENGTH
            : Duration.ofSeconds(bodyBytes / SLOWEST_UPLOAD_BYTES_PER_SECOND);
    return response.plus(upload);
  }
}
