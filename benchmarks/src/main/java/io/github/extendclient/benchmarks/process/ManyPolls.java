package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.benchmarks.document.WaitingRun;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Measures thousands of runs that are created and polled at once, with {@code createAndPollAsync}.
 */
public final class ManyPolls {
  private static final long PATIENCE_MILLIS = 60_000;

  /**
   * The result.
   *
   * @param runs how many there were
   * @param responseBytes the size of each response
   * @param bytes heap for each waiting run
   * @param threads that the process had when all were waiting
   */
  public record Result(int runs, int responseBytes, double bytes, long threads) {}

  private ManyPolls() {}

  /**
   * Waits until each run was created and read once, measures the heap, and lets all runs end.
   *
   * @param runs how many
   * @param responseBytes the size of each response
   * @param interval between two reads of one run
   */
  public static Result measure(int runs, int responseBytes, Duration interval) {
    try (LoopbackServer server = LoopbackServer.of(WaitingRun.of("PROCESSING", responseBytes));
        Child child =
            Child.start(
                List.of("-Xmx512m"),
                Program.class,
                server.url(),
                Integer.toString(runs),
                Long.toString(interval.toMillis()))) {
      awaitRequests(server, 2L * runs);
      child.tell("look");
      double bytes = child.awaitNumber("bytes");
      long threads = (long) child.awaitNumber("threads");
      server.respondWith(WaitingRun.of("PROCESSED", responseBytes));
      long processed = (long) child.awaitNumber("processed");
      if (processed != runs) {
        throw new IllegalStateException(processed + " of " + runs + " runs ended.");
      }
      return new Result(runs, responseBytes, bytes, threads);
    }
  }

  private static void awaitRequests(LoopbackServer server, long count) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (server.requests() < count) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "The server saw " + server.requests() + " of " + count + " requests in a minute.");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while runs were created.", e);
      }
    }
  }

  /** Arguments: URL, number of runs, milliseconds between two reads of one run. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException {
      int runs = Integer.parseInt(arguments[1]);
      Duration interval = Duration.ofMillis(Long.parseLong(arguments[2]));
      Poller poller =
          Poller.builder()
              .interval(interval)
              .maxInterval(interval)
              .timeout(Duration.ofMinutes(5))
              .build();
      ParseRunCreateRequest request =
          ParseRunCreateRequest.builder()
              .file(FileFromId.builder().id(SmallFile.ID).build())
              .build();
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      try (ExtendClient extend =
          ExtendClient.builder().baseUrl(arguments[0]).apiKey("sk_benchmark").build()) {
        List<CompletableFuture<ParseRun>> waiting = new ArrayList<>(runs);
        long before = Memory.live();
        for (int i = 0; i < runs; i++) {
          waiting.add(extend.parseRuns().createAndPollAsync(request, poller));
        }
        orders.readLine();
        System.out.println("bytes " + (double) (Memory.live() - before) / runs);
        System.out.println("threads " + Memory.threads());
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
        System.out.println(
            "processed " + waiting.stream().filter(run -> !run.join().isPending()).count());
      }
    }
  }
}
