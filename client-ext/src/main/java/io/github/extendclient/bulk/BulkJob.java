package io.github.extendclient.bulk;

import io.github.extendclient.internal.callback.JobThreads;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.webhook.WebhookDelivery;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bulk processing in the background, on a daemon thread.
 *
 * <pre>{@code
 * BulkJob job = extend.bulk().parse().journal(journal).results(results).start(documents);
 * receiver.onDelivery(job::delivered);                                     // optional: less waiting
 * BulkReport report = job.report().join();
 * }</pre>
 *
 * <p>The trap: {@link #close()} stops the job. To wait for its end, join {@link #report()}.
 * Thread-safe.
 */
public final class BulkJob implements AutoCloseable {
  private final CompletableFuture<Engine<?>> engine = new CompletableFuture<>();
  private final CompletableFuture<BulkReport> report = new CompletableFuture<>();
  private final JobThreads threads;
  private volatile @Nullable Thread thread;

  private BulkJob(JobThreads threads) {
    this.threads = threads;
  }

  static <T> BulkJob start(Processing<T> processing, Iterable<BulkDocument> documents) {
    BulkJob job = new BulkJob(processing.threads());
    Thread thread = job.threads.daemon(() -> job.run(processing, documents), "extend-bulk");
    job.thread = thread;
    thread.start();
    return job;
  }

  private <T> void run(Processing<T> processing, Iterable<BulkDocument> documents) {
    try {
      report.complete(processing.run(documents, engine::complete));
    } catch (Throwable e) {
      report.completeExceptionally(e);
    }
  }

  /**
   * Returns a future for the report.
   *
   * @return a new future for each call, completed when processing ends, exceptionally with the
   *     exception that {@code run} would throw; cancelling it does not stop the job
   */
  public CompletableFuture<BulkReport> report() {
    return report.copy();
  }

  /**
   * Returns the counts so far.
   *
   * @return a snapshot; null before the journal is open
   */
  public @Nullable BulkProgress progress() {
    Engine<?> running = engine.getNow(null);
    return running == null ? null : running.progress();
  }

  /**
   * Accepts a verified webhook delivery. If it reports the end of one of the job's runs, the job
   * reads the result at once instead of at the next poll. Other deliveries are ignored; a run
   * without a delivery is found by polling.
   *
   * @param delivery a delivery of any event
   */
  public void delivered(WebhookDelivery delivery) {
    String id =
        delivery instanceof WebhookDelivery.SignedUrl signed
            ? signed.resourceId()
            : idOf(delivery.payload());
    if (id != null) {
      engine.thenAccept(running -> running.runEnded(id));
    }
  }

  /**
   * Stops creating runs and returns at once. Existing runs continue at the server. Interrupts the
   * thread that reads the documents, which may wait for the next one.
   */
  public void stop() {
    engine.thenAccept(
        running -> {
          running.stop();
          // The source may block.
          Objects.requireNonNull(thread).interrupt();
        });
  }

  /**
   * Stops the job, and waits for the requests under way and the journal. An interrupt ends the
   * wait; the thread's interrupt flag stays set. Does not wait if a callback of the job calls it.
   */
  @Override
  public void close() {
    stop();
    threads.awaitUnlessCurrent(report);
  }

  private static @Nullable String idOf(JsonValue payload) {
    if (!payload.json().startsWith("{")) {
      return null;
    }
    JsonValue id = payload.asObject().get("id");
    return id == null || !id.json().startsWith("\"") ? null : id.asString();
  }
}
