package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.v20260209.model.File;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Measures a thousand asynchronous calls that start at once, with a slow server. */
public final class ManyCalls {
  /** The time that the server takes for each call. */
  public static final int LATENCY_MILLIS = 200;

  /**
   * The result.
   *
   * @param concurrency how many requests may be under way
   * @param seconds from the first call to the last response
   * @param threads the most that the process had
   */
  public record Result(int calls, int concurrency, double seconds, long threads) {
    /** Returns the seconds that the concurrency allows. */
    public double allowed() {
      return Math.ceil((double) calls / concurrency) * LATENCY_MILLIS / 1e3;
    }

    /** Returns the ratio of the time and the time that the concurrency allows. */
    public double ratio() {
      return seconds / allowed();
    }
  }

  private ManyCalls() {}

  /** Measures each concurrency. */
  public static List<Result> measure(int calls, List<Integer> concurrencies) {
    return concurrencies.stream().map(concurrency -> measure(calls, concurrency)).toList();
  }

  private static Result measure(int calls, int concurrency) {
    try (LoopbackServer server = LoopbackServer.delayed(SmallFile.JSON, LATENCY_MILLIS);
        Child child =
            Child.start(
                List.of("-Xmx256m"),
                Program.class,
                server.url(),
                Integer.toString(calls),
                Integer.toString(concurrency))) {
      double seconds = child.awaitNumber("seconds");
      return new Result(calls, concurrency, seconds, (long) child.awaitNumber("threads"));
    }
  }

  /** Arguments: URL, number of calls, concurrency. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      int calls = Integer.parseInt(arguments[1]);
      try (ExtendClient extend =
          ExtendClient.builder()
              .apiKey("sk_benchmark")
              .baseUrl(arguments[0])
              .maxConcurrentRequests(Integer.parseInt(arguments[2]))
              .build()) {
        await(extend, calls / 2); // So that the code is compiled, and connections are open.
        long start = System.nanoTime();
        await(extend, calls);
        System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
        System.out.println("threads " + Memory.mostThreads());
      }
    }

    private static void await(ExtendClient extend, int calls) {
      List<CompletableFuture<File>> all =
          IntStream.range(0, calls)
              .mapToObj(i -> extend.files().retrieveAsync(SmallFile.ID))
              .toList();
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }
  }
}
