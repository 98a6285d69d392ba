package io.github.extendclient.benchmarks.process;

import java.util.List;

/** Measures bulk processing against the embedded server, which runs in its own process. */
public final class BulkProcessing {
  /** Documents under way at once. */
  public static final int CONCURRENCY = 64;

  /** The time that the server takes for a run. */
  public static final int RUN_MILLIS = 1000;

  /** The latency of each response. */
  public static final int LATENCY_MILLIS = 20;

  private static final List<String> SMALL_HEAP = List.of("-Xmx64m");
  private static final List<String> SERVER_HEAP = List.of("-Xmx3g");
  private static final int AN_HOUR = 3_600_000;

  /**
   * The measurement of some documents.
   *
   * @param requests at the server, for each document
   * @param liveMegabytes what the heap holds at the end
   */
  public record Batch(long documents, double seconds, double requests, double liveMegabytes) {
    /** {@return documents in each second} */
    public double rate() {
      return documents / seconds;
    }
  }

  /**
   * The result.
   *
   * @param many as many as fit the target, without latency
   * @param waitingBytes of the heap, for each document whose run is waited for
   */
  public record Result(Batch ours, Batch byHand, Batch many, double waitingBytes) {}

  private BulkProcessing() {}

  /**
   * The documents per second that the concurrency allows: each takes an upload, a create, its run,
   * and a read.
   */
  public static double allowed() {
    return CONCURRENCY / ((3 * LATENCY_MILLIS + RUN_MILLIS) / 1e3);
  }

  /**
   * Measures.
   *
   * @param documents of the comparison
   * @param many of the long run
   * @param waiting documents that wait at once
   */
  public static Result measure(int documents, int many, int waiting) {
    Batch ours = batch(BulkParse.Ours.class, documents, RUN_MILLIS, LATENCY_MILLIS);
    // Its rate needs no long run.
    Batch byHand = batch(BulkParse.ByHand.class, documents / 5, RUN_MILLIS, LATENCY_MILLIS);
    double bytes = waiting(waiting);
    return new Result(ours, byHand, batch(BulkParse.Ours.class, many, 0, 0), bytes);
  }

  private static Child server(int runMillis, int latencyMillis) {
    return Child.start(
        SERVER_HEAP,
        BulkServer.class,
        Integer.toString(runMillis),
        Integer.toString(latencyMillis));
  }

  private static Batch batch(Class<?> program, int documents, int runMillis, int latencyMillis) {
    try (Child server = server(runMillis, latencyMillis);
        Child child =
            Child.start(
                SMALL_HEAP,
                program,
                server.await("url"),
                server.await("key"),
                Integer.toString(documents),
                Integer.toString(CONCURRENCY))) {
      double seconds = child.awaitNumber("seconds");
      String report = child.await("report");
      double live = child.awaitNumber("live");
      server.tell("count");
      double runs = server.awaitNumber("runs");
      double requests = server.awaitNumber("requests");
      if (runs != documents) {
        throw new IllegalStateException(
            documents + " documents had " + runs + " runs; the report says: " + report);
      }
      return new Batch(documents, seconds, requests / documents, live);
    }
  }

  private static double waiting(int documents) {
    try (Child server = server(AN_HOUR, 0);
        Child child =
            Child.start(
                SMALL_HEAP,
                BulkParse.Waiting.class,
                server.await("url"),
                server.await("key"),
                Integer.toString(documents))) {
      return child.awaitNumber("bytes");
    }
  }
}
