package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.webhook.WebhookDelivery;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
 * <p>The trap: {@link #close()} stops it. To wait for its end, join {@link #report()}. Thread-safe.
 */
public final class BulkJob implements AutoCloseable {
  private final CompletableFuture<Engine<?>> engine = new CompletableFuture<>();
  private final CompletableFuture<BulkReport> report = new CompletableFuture<>();

  private BulkJob() {}

  static <T> BulkJob start(Processing<T> processing, Iterable<BulkDocument> documents) {
    BulkJob job = new BulkJob();
    Thread thread = new Thread(() -> job.run(processing, documents), "extend-bulk");
    thread.setDaemon(true);
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
   * The report, when processing has ended.
   *
   * @return a future of its own for each caller; it fails with what {@code run} would have thrown.
   *     Cancelling it stops nothing
   */
  public CompletableFuture<BulkReport> report() {
    return report.copy();
  }

  /**
   * What has been counted so far.
   *
   * @return a snapshot; null before the journal is open
   */
  public @Nullable BulkProgress progress() {
    Engine<?> running = engine.getNow(null);
    return running == null ? null : running.progress();
  }

  /**
   * Takes a verified webhook delivery: if it tells that a run ended which is waited for, its result
   * is read at once. Others are passed over, and runs whose delivery never comes are still found.
   *
   * @param delivery of any event
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

  /** Creates nothing more, and returns at once. Runs go on at the server. */
  public void stop() {
    engine.thenAccept(Engine::stop);
  }

  /**
   * Stops, and waits for the requests that are under way and for the journal. Interruption ends the
   * wait; the thread's flag stays set.
   */
  @Override
  public void close() {
    stop();
    try {
      report.handle((ended, failure) -> true).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new AssertionError("Handled above.", e);
    }
  }

  private static @Nullable String idOf(JsonValue payload) {
    if (!payload.json().startsWith("{")) {
      return null;
    }
    JsonValue id = payload.asObject().get("id");
    return id == null || !id.json().startsWith("\"") ? null : id.asString();
  }
}
