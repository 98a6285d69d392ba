package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Creates runs and waits for them all at once. Arguments: URL, key, runs, seconds between two
 * reads.
 */
final class PollProgram {
  private PollProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    int runs = Integer.parseInt(arguments[2]);
    Duration interval = Duration.ofSeconds(Long.parseLong(arguments[3]));
    Poller poller = Poller.builder().interval(interval).maxInterval(interval).build();
    try (ExtendClient extend =
        ExtendClient.builder().baseUrl(arguments[0]).apiKey(arguments[1]).build()) {
      ParseRunCreateRequest request = Requests.parse(extend);
      extend.parseRuns().create(request);
      List<CompletableFuture<ParseRun>> waiting = new ArrayList<>(runs);
      long before = Memory.live();
      int threadsBefore = Thread.activeCount();
      CountDownLatch created = new CountDownLatch(runs);
      long start = System.nanoTime();
      for (int i = 0; i < runs; i++) {
        CompletableFuture<ParseRun> creation = extend.parseRuns().createAsync(request);
        creation.whenComplete((run, failure) -> created.countDown());
        waiting.add(
            poller.pollOnceCreated(
                creation,
                ParseRun::getId,
                extend.parseRuns()::retrieveAsync,
                run -> run.isPending()));
      }
      created.await();
      double creating = (System.nanoTime() - start) / 1e9;
      System.out.println("bytes " + (double) (Memory.live() - before) / runs);
      System.out.println("threads " + (Thread.activeCount() - threadsBefore));
      System.out.println("creating " + creating);
      CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
      System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
      long processed = waiting.stream().filter(run -> !run.join().isPending()).count();
      System.out.println("processed " + processed);
    }
  }
}
