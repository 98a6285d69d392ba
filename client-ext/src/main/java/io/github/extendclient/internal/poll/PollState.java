package io.github.extendclient.internal.poll;

import io.github.extendclient.PollProgress;
import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.PollingException;
import io.github.extendclient.error.PollingTimeoutException;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.DurationText;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One poll under way: what it has used up, when it reads next, and how it fails. */
final class PollState {
  private static final Duration LONGEST_LAST_READ = Duration.ofSeconds(1);

  private final PollPlan plan;
  private final String id;
  private final @Nullable Deadline deadline;
  private final long start;
  private @Nullable Duration delay;
  private boolean lastReadDone;
  private int reads;

  PollState(PollPlan plan, String id) {
    this.plan = plan;
    this.id = id;
    this.deadline = plan.limit() == null ? null : Deadline.in(plan.timeline(), plan.limit());
    this.start = plan.timeline().nanoTime();
  }

  /** Reads within what is left of the time. */
  <T> T read(Supplier<T> retrieve) {
    reads++;
    return deadline == null || plan.limit().isZero() ? retrieve.get() : deadline.around(retrieve);
  }

  /** How long to wait after a read that found the run pending, which the listener is told of. */
  Duration waitAfter(Object answer) {
    Duration wait = nextDelay();
    try {
      plan.listener().accept(new PollProgress(id, reads, elapsed(), wait, answer));
    } catch (RuntimeException e) {
      throw failure(e);
    }
    return wait;
  }

  /** Near the end the wait is cut, so that one last read falls within the time. */
  private Duration nextDelay() {
    delay = plan.after(delay, elapsed());
    Duration wait = plan.jittered(delay);
    if (deadline == null) {
      return wait;
    }
    Duration left = deadline.left();
    if (lastReadDone || left.isNegative() || left.isZero()) {
      throw timeout(null);
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

  /** The exception that the poll ends with when a read, or the look at what was read, fails. */
  ExtendException failure(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof DeadlineException && deadline != null && deadline.isOver()) {
      return timeout(cause);
    }
    if (cause instanceof ExtendException known) {
      known.attachRunId(id);
      return known;
    }
    return new PollingException(
        id, "Waiting failed, and the run goes on: " + cause.getMessage(), cause);
  }

  PollingException interrupted(InterruptedException cause) {
    return new PollingException(
        id, "Waiting was interrupted; the run goes on and can be read later.", cause);
  }

  private PollingTimeoutException timeout(@Nullable Throwable cause) {
    Duration limit = plan.limit() == null ? Duration.ZERO : plan.limit();
    return new PollingTimeoutException(
        id,
        limit,
        reads,
        "The run was still pending after "
            + DurationText.of(elapsed())
            + " and "
            + reads
            + (reads == 1 ? " read" : " reads")
            + ", and the poll's limit is "
            + DurationText.of(limit)
            + ". The run goes on: read it later, or give the poll more time.",
        cause);
  }

  private Duration elapsed() {
    return Duration.ofNanos(plan.timeline().nanoTime() - start);
  }
}
