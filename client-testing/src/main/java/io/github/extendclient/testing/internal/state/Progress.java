package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.document.RunFailedException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one run: by the clock, it is pending, processing, and ended. The work is done
 * once, when its result is first read.
 *
 * @param <T> what the work makes
 */
public final class Progress<T> {
  /** The statuses of runs as the API spells them. */
  public static final Set<String> STATUSES =
      Set.of("PENDING", "PROCESSING", "PROCESSED", "FAILED", "CANCELLED");

  /** The phase of a run. */
  public enum Phase {
    /** Pending. */
    PENDING,
    /** Processing. */
    PROCESSING,
    /** Ended, with success or failure. */
    ENDED
  }

  /** The work of a run. */
  public interface Work<T> {
    /** Does it. */
    T run() throws RunFailedException;
  }

  private final Instant createdAt;
  private final Instant startsAt;
  private final Instant endsAt;
  private @Nullable Instant cancelledAt;
  private @Nullable Work<T> work;
  private @Nullable T result;
  private @Nullable RunFailedException failure;

  /** A run that is created now. */
  public Progress(Instant createdAt, RunTimes times, Work<T> work) {
    this.createdAt = createdAt;
    this.startsAt = createdAt.plus(times.pending());
    this.endsAt = createdAt.plus(times.total());
    this.work = work;
  }

  /** When the run was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the run is processing. */
  public Instant startsAt() {
    return startsAt;
  }

  /** When the run ends unless it is cancelled. */
  public Instant endsAt() {
    return endsAt;
  }

  /** Ends the run now without a result; true if it was in one of {@code phases} until now. */
  public synchronized boolean cancel(Instant now, Set<Phase> phases) {
    if (!phases.contains(phase(now))) {
      return false;
    }
    cancelledAt = now;
    work = null;
    return true;
  }

  /** When the run last changed its phase. */
  public synchronized Instant updatedAt(Instant now) {
    if (cancelledAt != null) {
      return cancelledAt;
    }
    return switch (phase(now)) {
      case PENDING -> createdAt;
      case PROCESSING -> startsAt;
      case ENDED -> endsAt;
    };
  }

  /** The phase at a time. */
  public synchronized Phase phase(Instant now) {
    if (cancelledAt != null) {
      return Phase.ENDED;
    }
    if (now.isBefore(startsAt)) {
      return Phase.PENDING;
    }
    return now.isBefore(endsAt) ? Phase.PROCESSING : Phase.ENDED;
  }

  /** The time of processing, in milliseconds. */
  public long processingMillis() {
    return endsAt.toEpochMilli() - startsAt.toEpochMilli();
  }

  /** The status of the run as the API spells it. */
  public synchronized String status(Instant now) {
    if (cancelledAt != null) {
      return "CANCELLED";
    }
    return switch (phase(now)) {
      case PENDING -> "PENDING";
      case PROCESSING -> "PROCESSING";
      case ENDED -> failure(now) == null ? "PROCESSED" : "FAILED";
    };
  }

  /** The result of the work, {@code null} before the end and after a failure. */
  public synchronized @Nullable T result(Instant now) {
    finish(now);
    return result;
  }

  /** Why the work failed, {@code null} before the end and after a success. */
  public synchronized @Nullable RunFailedException failure(Instant now) {
    finish(now);
    return failure;
  }

  private synchronized void finish(Instant now) {
    Work<T> due = work;
    if (due == null || phase(now) != Phase.ENDED) {
      return;
    }
    work = null;
    try {
      result = due.run();
    } catch (RunFailedException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure =
          new RunFailedException(
              RunFailedException.Reason.INTERNAL_ERROR,
              "The embedded server failed because of a bug: " + e);
    }
  }
}
