package io.github.extendclient.benchmarks.process;

import java.util.List;

/** Thousands of runs that are waited for at once. */
public final class ManyPolls {
  /**
   * What was measured.
   *
   * @param runs how many there were
   * @param bytes heap for each waiting run
   * @param threads that the client had more than before
   * @param seconds from the first creation to the last end
   * @param processingSeconds what the server takes for each run
   */
  public record Result(
      long runs, double bytes, double threads, double seconds, long processingSeconds) {}

  private ManyPolls() {}

  /**
   * Creates runs and waits for all of them.
   *
   * @param runs how many
   * @param processingSeconds must be longer than it takes to create them
   * @param intervalSeconds between two reads of one run
   */
  public static Result measure(int runs, long processingSeconds, long intervalSeconds) {
    try (Child server =
        Child.start(List.of("-Xmx2g"), EmbeddedServer.class, Long.toString(processingSeconds))) {
      String url = server.await("url");
      String key = server.await("key");
      try (Child child =
          Child.start(
              List.of("-Xmx256m"),
              PollProgram.class,
              url,
              key,
              Integer.toString(runs),
              Long.toString(intervalSeconds))) {
        double bytes = child.awaitNumber("bytes");
        double threads = child.awaitNumber("threads");
        double seconds = child.awaitNumber("seconds");
        long processed = (long) child.awaitNumber("processed");
        if (processed != runs) {
          throw new IllegalStateException(processed + " of " + runs + " runs came to an end.");
        }
        return new Result(runs, bytes, threads, seconds, processingSeconds);
      }
    }
  }
}
