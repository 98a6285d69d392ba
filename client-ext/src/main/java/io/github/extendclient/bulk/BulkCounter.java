package io.github.extendclient.bulk;

import io.github.extendclient.internal.time.Timeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts results and credits, and measures the rate. The engine's loop and its workers add; any
 * thread reads.
 */
final class BulkCounter {
  private static final int ISSUES_KEPT = 100;
  private static final long RATE_WINDOW = Duration.ofMinutes(2).toNanos();
  private static final int RATE_SAMPLES = 240;

  private final Timeline timeline;
  private final long start;
  private final long expected;
  private final TreeMap<String, Long> failureReasons = new TreeMap<>();
  private final List<BulkIssue> issues = new ArrayList<>();
  private final List<BulkIssue> warnings = new ArrayList<>();
  private final Deque<long[]> samples = new ArrayDeque<>();
  private long processed;
  private long failedRuns;
  private long reused;
  private long notProcessed;
  private long skipped;
  private long planned;
  private long underWay;
  private long submitted;
  private long adopted;
  private BigDecimal credits = BigDecimal.ZERO;

  /** Starts counting; {@code expected} is -1 if the number of documents is unknown. */
  BulkCounter(Timeline timeline, long expected) {
    this.timeline = timeline;
    this.start = timeline.nanoTime();
    this.expected = expected;
  }

  synchronized void addCredits(BigDecimal more) {
    credits = credits.add(more);
  }

  synchronized BigDecimal credits() {
    return credits;
  }

  synchronized void started() {
    underWay++;
  }

  /** Counts a started document as no longer under way. */
  synchronized void stopped() {
    underWay--;
  }

  synchronized void skipped() {
    skipped++;
  }

  synchronized void planned() {
    planned++;
  }

  synchronized void created(Task task) {
    if (task.adopted) {
      adopted++;
    } else {
      submitted++;
    }
  }

  synchronized void ended(Task task, RunFacts run) {
    if (task.reused) {
      reused++;
    } else if (run.isProcessed()) {
      processed++;
    } else {
      failedRuns++;
      String reason = run.failureReason();
      failureReasons.merge(reason == null ? run.status() : reason, 1L, Long::sum);
    }
    sample();
  }

  synchronized void failed(Task task) {
    notProcessed++;
    keep(issues, task.identity, task.issue);
    sample();
  }

  synchronized void warn(String key, String text) {
    keep(warnings, key, text);
  }

  synchronized BulkProgress progress() {
    double documentsPerMinute = documentsPerMinute();
    long left = expected - dealtWith();
    Duration remaining =
        expected < 0 || documentsPerMinute == 0
            ? null
            : Duration.ofMillis((long) (Math.max(0, left) / documentsPerMinute * 60_000));
    return progress(documentsPerMinute, remaining);
  }

  synchronized BulkReport report(BulkEnding ending, boolean dryRun, long unfinished) {
    return new BulkReport(ending, dryRun, progress(), unfinished, failureReasons, issues, warnings);
  }

  private BulkProgress progress(double documentsPerMinute, @Nullable Duration remaining) {
    return new BulkProgress(
        processed,
        failedRuns,
        reused,
        notProcessed,
        skipped,
        planned,
        underWay,
        submitted,
        adopted,
        credits,
        documentsPerMinute,
        Duration.ofNanos(timeline.nanoTime() - start),
        remaining);
  }

  private long dealtWith() {
    return processed + failedRuns + reused + notProcessed + skipped + planned;
  }

  /** Adds a sample. The rate is measured between the oldest and the newest sample. */
  private void sample() {
    long now = timeline.nanoTime();
    long[] last = samples.peekLast();
    if (last == null || now - last[0] >= RATE_WINDOW / RATE_SAMPLES) {
      samples.add(new long[] {now, dealtWith() - skipped});
    }
    while (samples.size() > 1 && now - samples.element()[0] > RATE_WINDOW) {
      samples.remove();
    }
  }

  private double documentsPerMinute() {
    long[] first = samples.peekFirst();
    long since = first == null || samples.size() == 1 ? start : first[0];
    long before = since == start || first == null ? 0 : first[1];
    double minutes = (timeline.nanoTime() - since) / 60e9;
    return minutes <= 0 ? 0 : (dealtWith() - skipped - before) / minutes;
  }

  private static void keep(List<BulkIssue> kept, String key, String text) {
    if (kept.size() < ISSUES_KEPT) {
      kept.add(new BulkIssue(key, text));
    }
  }
}
