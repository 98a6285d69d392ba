package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.DurationText;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** The outcome of a job or dry run. Immutable; {@code toString()} is a summary on one line. */
public final class DeletionReport {
  private final DeletionEnding ending;
  private final boolean dryRun;
  private final DeletionProgress counts;
  private final SortedMap<String, Long> routes;
  private final SortedMap<String, Long> failureKinds;
  private final List<DeletionIssue> failures;
  private final List<DeletionIssue> refusals;

  DeletionReport(
      DeletionEnding ending,
      boolean dryRun,
      DeletionProgress counts,
      SortedMap<String, Long> routes,
      SortedMap<String, Long> failureKinds,
      List<DeletionIssue> failures,
      List<DeletionIssue> refusals) {
    this.ending = ending;
    this.dryRun = dryRun;
    this.counts = counts;
    this.routes = Collections.unmodifiableSortedMap(routes);
    this.failureKinds = Collections.unmodifiableSortedMap(failureKinds);
    this.failures = List.copyOf(failures);
    this.refusals = List.copyOf(refusals);
  }

  /** {@return why the job ended} */
  public DeletionEnding ending() {
    return ending;
  }

  /** {@return whether this was a dry run, which sends nothing} */
  public boolean isDryRun() {
    return dryRun;
  }

  /** {@return whether all IDs were processed and none was refused or failed} */
  public boolean isSuccessful() {
    return ending == DeletionEnding.COMPLETED && refused() == 0 && failed() == 0;
  }

  /** {@return all counts at once} */
  public DeletionProgress counts() {
    return counts;
  }

  /** {@return the number of IDs that this job deleted} */
  public long deleted() {
    return counts.deleted();
  }

  /**
   * {@return the number of IDs that the server did not know} After a crash, this includes IDs that
   * the crashed job deleted but did not record.
   */
  public long alreadyGone() {
    return counts.alreadyGone();
  }

  /** {@return the number of IDs that no operation deletes; nothing was sent for them} */
  public long refused() {
    return counts.refused();
  }

  /**
   * {@return the number of IDs that could not be deleted} The next job with the same journal sends
   * them again.
   */
  public long failed() {
    return counts.failed();
  }

  /**
   * {@return the number of duplicates, and of IDs that an earlier job with this journal deleted or
   * found gone}
   */
  public long skipped() {
    return counts.skipped();
  }

  /** {@return the duration of the job} */
  public Duration elapsed() {
    return counts.elapsed();
  }

  /**
   * Returns the number of IDs per operation, sent or, in a dry run, planned.
   *
   * @return an unmodifiable map, with keys such as {@code DELETE /files/{id} (2026-02-09)}
   */
  public SortedMap<String, Long> routes() {
    return routes;
  }

  /**
   * Returns the number of failed IDs per kind of failure.
   *
   * @return an unmodifiable map, with keys such as {@code ConflictException 409}
   */
  public SortedMap<String, Long> failureKinds() {
    return failureKinds;
  }

  /**
   * Returns the first failures, at most 100; the journal contains all.
   *
   * @return an unmodifiable list
   */
  public List<DeletionIssue> failures() {
    return failures;
  }

  /**
   * Returns the first refused IDs, at most 100; the journal contains all.
   *
   * @return an unmodifiable list
   */
  public List<DeletionIssue> refusals() {
    return refusals;
  }

  @Override
  public String toString() {
    return ending
        + (dryRun ? ", dry run: would send " + counts.planned() : ": deleted " + deleted())
        + (dryRun ? "" : ", already gone " + alreadyGone())
        + ", refused "
        + refused()
        + (dryRun ? "" : ", failed " + failed())
        + ", skipped "
        + skipped()
        + ", in "
        + DurationText.of(elapsed());
  }
}
