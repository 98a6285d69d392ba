package io.github.extendclient.internal.poll;

import static io.github.extendclient.internal.error.Exceptions.MAKER;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.retry.RetryRules;
import io.github.extendclient.internal.text.SafeText;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one poll: the time used, the next read, and its failures. Used by {@link
 * BlockingPoll} and {@link AsyncPoll}, by one thread after the other.
 */
final class PollState {
  private static final Duration LONGEST_LAST_READ = Duration.ofSeconds(1);

  // Long enough for any replica to have a new run, and short enough to report a wrong ID soon.
  private static final Duration NOT_FOUND_YET = Duration.ofSeconds(5);

  // Causes may form a cycle.
  private static final int DEEPEST_CAUSE = 20;

  private final PollPlan plan;
  private final String id;
  private final @Nullable Deadline deadline;
  private final long start;
  private @Nullable Duration delay;
  private boolean lastReadDone;
  private boolean wasRead;
  private @Nullable ExtendException lastFailure;
  private int reads;

  PollState(PollPlan plan, String id) {
    this.plan = plan;
    this.id = id;
    this.deadline = plan.timeout() == null ? null : Deadline.in(plan.timeline(), plan.timeout());
    this.start = plan.timeline().nanoTime();
  }

  /** Returns the remaining time, never negative; null if the poll has no timeout, or reads once. */
  @Nullable Duration left() {
    if (deadline == null || Duration.ZERO.equals(plan.timeout())) {
      return null;
    }
    Duration left = deadline.left();
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Reads within the remaining time. */
  <T> T read(Supplier<T> retrieve) {
    reads++;
    return deadline == null || plan.timeout().isZero() ? retrieve.get() : deadline.around(retrieve);
  }

  /** Notifies the listener of a pending run; returns the wait until the next read. */
  Duration waitAfter(Object run) {
    wasRead = true;
    lastFailure = null;
    Duration wait = nextDelay();
    try {
      plan.listener().stillPending(id, reads, elapsed(), wait, run);
    } catch (Error e) {
      throw e;
    } catch (Exception e) {
      // Includes checked exceptions, which Kotlin and Scala throw undeclared.
      throw failed(e);
    }
    return wait;
  }

  /**
   * Returns the wait after a read that failed temporarily; the run continues meanwhile.
   *
   * @throws ExtendException if the failure is permanent
   */
  Duration waitAfterFailure(Throwable thrown) {
    Throwable cause = causeOf(thrown);
    if (!(cause instanceof ExtendException failure) || !mayPass(failure)) {
      throw failure(cause);
    }
    lastFailure = failure;
    return nextDelay();
  }

  /** Returns whether a failure may be temporary. A new run may not be found at once. */
  private boolean mayPass(ExtendException failure) {
    if (failure instanceof NotFoundException) {
      return !wasRead && elapsed().compareTo(NOT_FOUND_YET) < 0;
    }
    if (failure instanceof ApiException refused) {
      return Boolean.TRUE.equals(refused.retryable()) || RetryRules.isTransient(refused.status());
    }
    if (failure instanceof TransportException) {
      return !Thread.currentThread().isInterrupted()
          && !(failure.getCause() instanceof IOException cause && RetryRules.isPermanent(cause));
    }
    return failure instanceof DeadlineException;
  }

  /** Returns the next wait, cut near the end so that one last read is within the time. */
  private Duration nextDelay() {
    delay = plan.after(delay, elapsed());
    Duration wait = plan.jittered(delay);
    if (deadline == null) {
      return wait;
    }
    Duration left = deadline.left();
    if (lastReadDone || left.isNegative() || left.isZero()) {
      throw timeout();
    }
    Duration half = left.dividedBy(2);
    Duration reserve = half.compareTo(LONGEST_LAST_READ) < 0 ? half : LONGEST_LAST_READ;
    Duration latest = left.minus(reserve);
    if (wait.compareTo(latest) > 0) {
      lastReadDone = true;
      return latest;
    }
    return wait;
  }

  /**
   * Returns the exception for a failure of a read or of the listener; an error is returned
   * unchanged.
   */
  Throwable endOf(Throwable thrown) {
    Throwable cause = causeOf(thrown);
    return cause instanceof Error ? cause : failure(cause);
  }

  private ExtendException failure(Throwable cause) {
    if (cause instanceof ExtendException known) {
      MAKER.noteRun(known, id);
      return known;
    }
    return failed(cause);
  }

  private ExtendException failed(Throwable cause) {
    return MAKER.polling(
        id,
        "Waiting failed, and the run goes on: "
            + (cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : SafeText.oneLine(cause.getMessage())),
        cause);
  }

  private static Throwable causeOf(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; depth < DEEPEST_CAUSE; depth++) {
      if (!(cause instanceof CompletionException) || cause.getCause() == null) {
        return cause;
      }
      cause = cause.getCause();
    }
    return cause;
  }

  ExtendException interrupted(InterruptedException cause) {
    return MAKER.polling(
        id, "Waiting was interrupted; the run goes on and can be read later.", cause);
  }

  ExtendException timeout() {
    Duration timeout = plan.timeout() == null ? Duration.ZERO : plan.timeout();
    return MAKER.pollingTimeout(
        id,
        timeout,
        reads,
        (lastFailure == null
                ? "The run was still pending after "
                : "The end of the run was not seen in ")
            + DurationText.of(elapsed())
            + " and "
            + reads
            + (reads == 1 ? " read" : " reads")
            + ", and the poll's timeout is "
            + DurationText.of(timeout)
            + ". "
            + (lastFailure == null ? "" : "The last read failed: " + lastFailure.getMessage() + " ")
            + "The run goes on: read it later, or give the poll more time.",
        lastFailure);
  }

  private Duration elapsed() {
    return Duration.ofNanos(plan.timeline().nanoTime() - start);
  }
}
