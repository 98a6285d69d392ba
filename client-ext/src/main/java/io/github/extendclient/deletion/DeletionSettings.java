package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.Timeline;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a job.
 *
 * @param router finds the operations
 * @param journal null for no journal
 * @param concurrency the maximum of requests under way
 * @param pace limits the rate of requests; null for no limit
 * @param listener receives the progress
 * @param maxConsecutiveFailures the consecutive failures that end the job
 * @param dryRun whether to send and write nothing
 * @param timeline the clock
 */
record DeletionSettings(
    Router router,
    @Nullable Path journal,
    int concurrency,
    @Nullable DeletionPace pace,
    Consumer<? super DeletionProgress> listener,
    int maxConsecutiveFailures,
    boolean dryRun,
    Timeline timeline) {
  DeletionSettings withJournal(Path file) {
    return new DeletionSettings(
        router, file, concurrency, pace, listener, maxConsecutiveFailures, dryRun, timeline);
  }

  DeletionSettings withConcurrency(int requests) {
    return new DeletionSettings(
        router, journal, requests, pace, listener, maxConsecutiveFailures, dryRun, timeline);
  }

  DeletionSettings withPace(DeletionPace limit) {
    return new DeletionSettings(
        router, journal, concurrency, limit, listener, maxConsecutiveFailures, dryRun, timeline);
  }

  DeletionSettings withListener(Consumer<? super DeletionProgress> consumer) {
    return new DeletionSettings(
        router, journal, concurrency, pace, consumer, maxConsecutiveFailures, dryRun, timeline);
  }

  DeletionSettings withMaxConsecutiveFailures(int failures) {
    return new DeletionSettings(
        router, journal, concurrency, pace, listener, failures, dryRun, timeline);
  }

  DeletionSettings withDryRun() {
    return new DeletionSettings(
        router, journal, concurrency, pace, listener, maxConsecutiveFailures, true, timeline);
  }
}
