package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a request to a {@link FakeRoutes} waits for. */
final class Waits {
  private Waits() {}

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Adds a request to those under way, and waits until the test completes it. */
  static void untilCompleted(BlockingQueue<CompletableFuture<Void>> underWay) {
    CompletableFuture<Void> response = new CompletableFuture<>();
    underWay.add(response);
    response.join();
  }
}
