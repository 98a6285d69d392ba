package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts results. Changed by one thread; what it has counted can be read by any. */
final class Tally {
  private static final int ISSUES_KEPT = 100;

  private final Timeline timeline;
  private final long start;
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final TreeMap<String, Long> routes = new TreeMap<>();
  private final TreeMap<String, Long> failureKinds = new TreeMap<>();
  private final List<DeletionIssue> failures = new ArrayList<>();
  private final List<DeletionIssue> refusals = new ArrayList<>();

  Tally(Timeline timeline) {
    this.timeline = timeline;
    this.start = timeline.nanoTime();
  }

  synchronized void add(List<Result> results) {
    results.forEach(this::add);
  }

  synchronized DeletionProgress progress() {
    return new DeletionProgress(
        count(Outcome.DELETED),
        count(Outcome.GONE),
        count(Outcome.REFUSED),
        count(Outcome.FAILED),
        count(Outcome.SKIPPED),
        count(Outcome.PLANNED),
        Duration.ofNanos(timeline.nanoTime() - start));
  }

  synchronized DeletionReport report(DeletionEnding ending, boolean dryRun) {
    return new DeletionReport(ending, dryRun, progress(), routes, failureKinds, failures, refusals);
  }

  private void add(Result result) {
    counts.merge(result.outcome(), 1L, Long::sum);
    if (result.route() != null) {
      routes.merge(result.route(), 1L, Long::sum);
    }
    if (result.outcome() == Outcome.FAILED) {
      failureKinds.merge(result.kind(), 1L, Long::sum);
      keep(failures, result);
    } else if (result.outcome() == Outcome.REFUSED) {
      keep(refusals, result);
    }
  }

  private long count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  private static void keep(List<DeletionIssue> issues, Result result) {
    if (issues.size() < ISSUES_KEPT) {
      issues.add(new DeletionIssue(result.id(), result.reason()));
    }
  }
}
