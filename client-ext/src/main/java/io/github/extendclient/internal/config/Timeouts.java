package io.github.extendclient.internal.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait for what. A null means: the default, or what the user's own OkHttp client has.
 *
 * @param connect for a connection, TLS included
 * @param read between two reads from a connection, the time until the answer begins included
 * @param write between two writes
 * @param deadline for a whole call, all attempts and waits
 */
public record Timeouts(
    @Nullable Duration connect,
    @Nullable Duration read,
    @Nullable Duration write,
    @Nullable Duration deadline) {
  /** Connecting to a healthy service takes a fraction of this, even from far away. */
  public static final Duration DEFAULT_CONNECT = Duration.ofSeconds(10);

  /** For operations that answer at once; others hold the connection as long as they declare. */
  public static final Duration DEFAULT_READ = Duration.ofSeconds(60);

  /** As for reads. */
  public static final Duration DEFAULT_WRITE = Duration.ofSeconds(60);

  private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(2);

  // A second attempt, made because the first was not accepted, must find time for its own answer.
  private static final Duration BEYOND_HOLD = Duration.ofSeconds(30);

  // 2 Mbit/s: an upload that is slower than this over its whole length is stuck.
  private static final long SLOWEST_UPLOAD_BYTES_PER_SECOND = 256 * 1024;

  private static final Duration UPLOAD_OF_UNKNOWN_LENGTH = Duration.ofHours(1);

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
    if (hold != null && hold.plus(BEYOND_HOLD).compareTo(answer) > 0) {
      answer = hold.plus(BEYOND_HOLD);
    }
    Duration upload =
        bodyBytes < 0
            ? UPLOAD_OF_UNKNOWN_LENGTH
            : Duration.ofSeconds(bodyBytes / SLOWEST_UPLOAD_BYTES_PER_SECOND);
    return answer.plus(upload);
  }
}
