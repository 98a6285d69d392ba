package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.Timeline;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a sweep.
 *
 * @param router finds the operations
 * @param journal null for no journal
 * @param concurrency the maximum of requests under way
 * @param pace limits the rate of requests; null for no limit
 * @param listener receives the progress
 * @param maxFailuresInARow the consecutive failures that end the sweep
 * @param dryRun whether to send and write nothing
 * @param timeline the clock
 */
record SweepSettings(
    Router router,
    @Nullable Path journal,
    int concurrency,
    @Nullable DeletionPace pace,
    Consumer<? super DeletionProgress> listener,
    int maxFailuresInARow,
    boolean dryRun,
    Timeline timeline) {
  SweepSettings withJournal(Path file) {
    return new SweepSettings(
        router, file, concurrency, pace, listener, maxFailuresInARow, dryRun, timeline);
  }

  SweepSettings withConcurrency(int requests) {
    return new SweepSettings(
        router, journal, requests, pace, listener, maxFailuresInARow, dryRun, timeline);
  }

  SweepSettings withPace(DeletionPace limit) {
    return new SweepSettings(
        router, journal, concurrency, limit, listener, maxFailuresInARow, dryRun, timeline);
  }

  SweepSettings withListener(Consumer<? super DeletionProgress> consumer) {
    return new SweepSettings(
        router, journal, concurrency, pace, consumer, maxFailuresInARow, dryRun, timeline);
  }

  SweepSettings withMaxFailuresInARow(int failures) {
    return new SweepSettings(
        router, journal, concurrency, pace, listener, failures, dryRun, timeline);
  }

  SweepSettings withDryRun() {
    return new SweepSettings(
        router, journal, concurrency, pace, listener, maxFailuresInARow, true, timeline);
  }
}
