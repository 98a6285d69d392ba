package io.github.extendclient.internal.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait for what. A null means: the default, or what the user's own OkHttp client has.
 *
 * @param connect for a connection, TLS included
 * @param read between two reads from a connection, the time until the response begins included
 * @param write between two writes
 * @param attempt for one attempt, from its request to the end of its response
 * @param deadline for a whole call, all attempts and waits
 */
public record Timeouts(
    @Nullable Duration connect,
    @Nullable Duration read,
    @Nullable Duration write,
    @Nullable Duration attempt,
    @Nullable Duration deadline) {
  /** Connecting to a healthy service takes a fraction of this, even from far away. */
  public static final Duration DEFAULT_CONNECT = Duration.ofSeconds(10);

  /** For operations that answer at once; others hold the connection as long as they declare. */
  public static final Duration DEFAULT_READ = Duration.ofSeconds(60);

  /** As for reads. */
  public static final Duration DEFAULT_WRITE = Duration.ofSeconds(60);

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(2);

  // A second attempt, made because the first was not accepted, must find time for its own response.
  private static final Duration BEYOND_HOLD = Duration.ofSeconds(30);

  // 2 Mbit/s: an upload that is slower than this over its whole length is stuck.
  private static final long SLOWEST_UPLOAD_BYTES_PER_SECOND = 256 * 1024;

  private static final Duration UPLOAD_OF_UNKNOWN_LENGTH = Duration.ofHours(1);

  /**
   * Checks a time that the user gave.
   *
   * @param name the setting, for messages
   * @param timeout what the user gave
   * @return the time
   * @throws IllegalArgumentException if it is out of bounds
   */
  public static Duration checked(String name, Duration timeout) {
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The " + name + " is " + timeout + ": give from 1 millisecond to 1 day.");
    }
    return timeout;
  }

  /**
   * These times with others for single calls.
   *
   * @param otherAttempt null for the present one
   * @param otherDeadline null for the present one
   * @return other times
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
   * How long a response may be silent at least.
   *
   * @param hold how long the operation may hold the connection; null if it answers at once
   * @return what the user set for an attempt, else the operation's own time; null for the default
   */
  public @Nullable Duration holdOf(@Nullable Duration hold) {
    return attempt != null ? attempt : hold;
  }

  /**
   * The time for a call.
   *
   * @param hold how long the operation may hold the connection; null if it answers at once
   * @param bodyBytes the length of the request body; -1 if unknown
   * @return what the user set, or enough for what the call has to do
   */
  public Duration deadlineFor(@Nullable Duration hold, long bodyBytes) {
    if (deadline != null) {
      return deadline;
    }
    Duration answer = DEFAULT_DEADLINE;
    Duration held = holdOf(hold);
    if (held != null && held.plus(BEYOND_HOLD).compareTo(answer) > 0) {
      answer = held.plus(BEYOND_HOLD);
    }
    Duration upload =
        bodyBytes < 0
            ? UPLOAD_OF_UNKNOWN_LENGTH
            : Duration.ofSeconds(bodyBytes / SLOWEST_UPLOAD_BYTES_PER_SECOND);
    return answer.plus(upload);
  }
}
