package io.github.extendclient.bulk;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.ClientClosedException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.RateLimitException;
import io.github.extendclient.error.ServerException;
import io.github.extendclient.error.TransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides what follows a failed request: the document is tried later, ends without a result, or the
 * failure ends the processing. Called by {@link Steps} on the workers. Counts failures in a row.
 */
final class StepFailures {
  /**
   * The maximum of tries of a request that failed without effect, not counting the client's
   * retries.
   */
  static final int MAX_TRIES = 5;

  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  private final Settings<?> settings;
  private final BulkJournal journal;
  private final AtomicInteger inARow = new AtomicInteger();

  StepFailures(Settings<?> settings, BulkJournal journal) {
    this.settings = settings;
    this.journal = journal;
  }

  /** Returns the number of failures since the last success. */
  int inARow() {
    return inARow.get();
  }

  void succeeded() {
    inARow.set(0);
  }

  /** Returns whether all other documents would fail too: the key is refused, the client closed. */
  static boolean endsAll(Throwable failure) {
    return failure instanceof ClientClosedException
        || (failure instanceof ApiException api
            && (api.status() == 401 || api.status() == 402 || api.status() == 403));
  }

  static boolean isTransient(ExtendException e) {
    return e instanceof RateLimitException
        || e instanceof ServerException
        || !(e instanceof ApiException) && !e.mayHaveBeenAccepted()
        || e instanceof TransportException;
  }

  /**
   * Returns what follows a request that failed.
   *
   * @param what the start of the issue, before the message of the failure
   * @throws ExtendException the failure itself, if it ends the processing
   */
  StepResult afterFailure(Task task, String what, ExtendException e) throws IOException {
    if (endsAll(e)) {
      throw e;
    }
    task.issue = what + e.getMessage();
    inARow.incrementAndGet();
    // A run that exists, or may exist, is billed: never send another create for it.
    if (task.mayHaveARun()) {
      return ++task.tries > MAX_TRIES && !isTransient(e) ? StepResult.UNKNOWN : tryLater(task);
    }
    return isTransient(e) && ++task.tries < MAX_TRIES ? tryLater(task) : failed(task, task.issue);
  }

  /** Ends a document without a result, and counts the failure. */
  StepResult failed(Task task, String issue) throws IOException {
    inARow.incrementAndGet();
    task.issue = issue;
    journal.write(task, Step.FAILED, issue);
    return StepResult.FAILED;
  }

  /**
   * Ends a document that may have a run, and counts the failure. The journal keeps the intention,
   * so that the next process searches for the run first.
   */
  StepResult unknown(Task task, String issue) {
    inARow.incrementAndGet();
    task.issue = issue;
    return StepResult.UNKNOWN;
  }

  /** Schedules the next search within the grace period or at its end. */
  StepResult searchLater(Task task) {
    task.tries++;
    Duration left = graceLeft(task);
    Duration delay = delay(task);
    task.dueNanos =
        settings.timeline().nanoTime() + (left.compareTo(delay) < 0 ? left : delay).toNanos();
    return StepResult.TRY_LATER;
  }

  /**
   * Returns what is left of the grace period, never negative. It does not depend on the system's
   * clock, which may be set meanwhile, unless an earlier process sent the create.
   */
  Duration graceLeft(Task task) {
    long now = settings.timeline().nanoTime();
    if (task.graceEndNanos == null) {
      Duration passed = Duration.between(task.intendedAt, settings.timeline().now());
      Duration left =
          passed.isNegative() ? settings.gracePeriod() : settings.gracePeriod().minus(passed);
      task.graceEndNanos = now + left.toNanos();
    }
    return Duration.ofNanos(Math.max(0, task.graceEndNanos - now));
  }

  /** Schedules the next try after a delay, which grows with each try. */
  StepResult tryLater(Task task) {
    task.dueNanos = settings.timeline().nanoTime() + delay(task).toNanos();
    return StepResult.TRY_LATER;
  }

  private static Duration delay(Task task) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(task.tries - 1, 5));
    return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
  }

  /** Returns why a document cannot be read. A refused argument says it in a sentence of its own. */
  static String unreadable(Exception failure) {
    return failure instanceof IllegalArgumentException
        ? String.valueOf(failure.getMessage())
        : "It cannot be read: " + failure;
  }
}
