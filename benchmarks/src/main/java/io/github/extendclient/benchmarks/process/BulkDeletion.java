package io.github.extendclient.benchmarks.process;

import io.github.extendclient.benchmarks.machine.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures bulk deletion against the embedded server, which runs in its own process. */
public final class BulkDeletion {
  /** Requests under way at once. */
  public static final int CONCURRENCY = 32;

  private static final List<String> SMALL_HEAP = List.of("-Xmx64m");

  /**
   * The measurement of one deletion.
   *
   * @param ids how many IDs were deleted
   * @param seconds from the first to the last
   * @param rate deletions in each second in which the host took next to nothing
   * @param rateOfAll deletions in each second, whatever the host took
   * @param liveMegabytes what the heap holds at the end
   */
  public record Measurement(
      long ids, double seconds, Sample rate, Sample rateOfAll, double liveMegabytes) {}

  /**
   * The result.
   *
   * @param atOnce with a server that responds as fast as it can
   * @param rawAtOnce the same by OkHttp alone
   * @param delayed with a server that waits 20 ms before each response
   * @param rawDelayed the same by OkHttp alone
   */
  public record Result(
      Measurement atOnce, Measurement rawAtOnce, Measurement delayed, Measurement rawDelayed) {}

  private BulkDeletion() {}

  /**
   * Measures four deletions.
   *
   * @param ids for this client without latency, to fill the heap
   * @param fewer for the other measurements, whose rate needs no long run
   */
  public static Result measure(int ids, int fewer) {
    try (Child server =
        Child.start(List.of("-Xmx2g"), EmbeddedServer.class, Long.toString(24 * 3600))) {
      String url = server.await("url");
      String key = server.await("key");
      Path file = Files.createTempFile("ids", ".txt");
      try {
        Target target = new Target(server, url, key, file);
        Measurement rawAtOnce = target.measure(Deletion.Raw.class, fewer, 0);
        Measurement atOnce = target.measure(Deletion.Ours.class, ids, 0);
        Measurement rawDelayed = target.measure(Deletion.Raw.class, fewer, 20);
        Measurement delayed = target.measure(Deletion.Ours.class, fewer, 20);
        return new Result(atOnce, rawAtOnce, delayed, rawDelayed);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The list of IDs could not be kept.", e);
    }
  }

  /**
   * What all deletions have in common.
   *
   * @param server the process of the embedded server
   * @param url the URL of the server
   * @param key its API key
   * @param file receives the IDs to delete
   */
  private record Target(Child server, String url, String key, Path file) {
    /** Creates runs, and deletes them with a program while each response is delayed. */
    Measurement measure(Class<?> program, int ids, int millis) {
      server.tell("seed " + ids + " " + file);
      server.await("seeded");
      server.tell("latency " + millis);
      server.await("set");
      long before = deleted();
      try (RateWatch watch = new RateWatch(() -> deleted());
          Child child =
              Child.start(
                  SMALL_HEAP, program, url, key, file.toString(), Integer.toString(CONCURRENCY))) {
        double seconds = child.awaitNumber("seconds");
        RateWatch.Rates rates = watch.rates(ids / seconds);
        String report = child.await("report");
        double live = child.awaitNumber("live");
        long done = deleted() - before;
        if (done != ids) {
          throw new IllegalStateException(
              "Of " + ids + " runs " + done + " were deleted; the report says: " + report);
        }
        return new Measurement(ids, seconds, rates.calm(), rates.all(), live);
      }
    }

    private long deleted() {
      server.tell("deleted");
      return (long) server.awaitNumber("deleted");
    }
  }
}
