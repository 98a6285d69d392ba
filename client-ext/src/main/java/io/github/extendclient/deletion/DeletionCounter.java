package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts results. One thread adds; any thread reads. */
final class DeletionCounter {
  private static final int ISSUES_KEPT = 100;

  private final Timeline timeline;
  private final long start;
  private final Map<DeletionStatus, Long> counts = new EnumMap<>(DeletionStatus.class);
  private final TreeMap<String, Long> routes = new TreeMap<>();
  private final TreeMap<String, Long> failureKinds = new TreeMap<>();
  private final List<DeletionIssue> failures = new ArrayList<>();
  private final List<DeletionIssue> refusals = new ArrayList<>();

  DeletionCounter(Timeline timeline) {
    this.timeline = timeline;
    this.start = timeline.nanoTime();
  }

  synchronized void add(List<DeletionResult> results) {
    results.forEach(this::add);
  }

  synchronized DeletionProgress progress() {
    return new DeletionProgress(
        count(DeletionStatus.DELETED),
        count(DeletionStatus.GONE),
        count(DeletionStatus.REFUSED),
        count(DeletionStatus.FAILED),
        count(DeletionStatus.SKIPPED),
        count(DeletionStatus.PLANNED),
        Duration.ofNanos(timeline.nanoTime() - start));
  }

  synchronized DeletionReport report(DeletionEnding ending, boolean dryRun) {
    return new DeletionReport(ending, dryRun, progress(), routes, failureKinds, failures, refusals);
  }

  private void add(DeletionResult result) {
    counts.merge(result.status(), 1L, Long::sum);
    if (result.route() != null) {
      routes.merge(result.route(), 1L, Long::sum);
    }
    if (result.status() == DeletionStatus.FAILED) {
      failureKinds.merge(result.kind(), 1L, Long::sum);
      keep(failures, result);
    } else if (result.status() == DeletionStatus.REFUSED) {
      keep(refusals, result);
    }
  }

  private long count(DeletionStatus status) {
    return counts.getOrDefault(status, 0L);
  }

  private static void keep(List<DeletionIssue> issues, DeletionResult result) {
    if (issues.size() < ISSUES_KEPT) {
      issues.add(new DeletionIssue(result.id(), result.reason()));
    }
  }
}
