package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.DurationText;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** What a sweep did, or would do. Immutable; {@code toString()} is a summary on one line. */
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

  /** {@return how the sweep came to its end} */
  public DeletionEnding ending() {
    return ending;
  }

  /** {@return whether nothing was sent} */
  public boolean isDryRun() {
    return dryRun;
  }

  /** {@return whether every ID was dealt with and none was refused or failed} */
  public boolean isClean() {
    return ending == DeletionEnding.COMPLETED && refused() == 0 && failed() == 0;
  }

  /** {@return all counts at once} */
  public DeletionProgress counts() {
    return counts;
  }

  /** {@return the IDs that this sweep deleted} */
  public long deleted() {
    return counts.deleted();
  }

  /**
   * {@return the IDs that the server did not know} A sweep that goes on after a sudden end finds
   * here what its predecessor deleted without having the time to write it down.
   */
  public long alreadyGone() {
    return counts.alreadyGone();
  }

  /** {@return the IDs that no operation deletes; nothing was sent for them} */
  public long refused() {
    return counts.refused();
  }

  /**
   * {@return the IDs that could not be deleted} The next sweep with the same journal asks for them
   * again.
   */
  public long failed() {
    return counts.failed();
  }

  /** {@return the IDs that an earlier sweep with this journal dealt with, or that came again} */
  public long skipped() {
    return counts.skipped();
  }

  /** {@return the time of the sweep} */
  public Duration elapsed() {
    return counts.elapsed();
  }

  /**
   * How many IDs went to which operation, or would have gone in a dry run; by a text such as {@code
   * DELETE /files/{id} (2026-02-09)}.
   *
   * @return unmodifiable
   */
  public SortedMap<String, Long> routes() {
    return routes;
  }

  /**
   * How many IDs failed in which way; by a text such as {@code ConflictException 409}.
   *
   * @return unmodifiable
   */
  public SortedMap<String, Long> failureKinds() {
    return failureKinds;
  }

  /**
   * The first failures, at most 100; the journal has all of them.
   *
   * @return unmodifiable
   */
  public List<DeletionIssue> failures() {
    return failures;
  }

  /**
   * The first refused IDs, at most 100; the journal has all of them.
   *
   * @return unmodifiable
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
