package io.github.extendclient.bulk;

import io.github.extendclient.internal.time.DurationText;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** What bulk processing did. Immutable; {@code toString()} is a summary on one line. */
public final class BulkReport {
  private final BulkEnding ending;
  private final boolean dryRun;
  private final BulkProgress counts;
  private final long left;
  private final SortedMap<String, Long> failureReasons;
  private final List<BulkIssue> issues;
  private final List<BulkIssue> warnings;

  BulkReport(
      BulkEnding ending,
      boolean dryRun,
      BulkProgress counts,
      long left,
      SortedMap<String, Long> failureReasons,
      List<BulkIssue> issues,
      List<BulkIssue> warnings) {
    this.ending = ending;
    this.dryRun = dryRun;
    this.counts = counts;
    this.left = left;
    this.failureReasons = Collections.unmodifiableSortedMap(failureReasons);
    this.issues = List.copyOf(issues);
    this.warnings = List.copyOf(warnings);
  }

  /** {@return why it ended} */
  public BulkEnding ending() {
    return ending;
  }

  /** {@return whether nothing was sent} */
  public boolean isDryRun() {
    return dryRun;
  }

  /** {@return whether every document has a result, all runs ended well, and there is no warning} */
  public boolean isClean() {
    return ending == BulkEnding.COMPLETED
        && counts.failedRuns() == 0
        && counts.notProcessed() == 0
        && warnings.isEmpty();
  }

  /** {@return all counts at once} */
  public BulkProgress counts() {
    return counts;
  }

  /** {@return the documents whose run ended well} */
  public long processed() {
    return counts.processed();
  }

  /** {@return the documents whose run ended otherwise; that is their result} */
  public long failedRuns() {
    return counts.failedRuns();
  }

  /** {@return the documents without a result; the next run with this journal sends them again} */
  public long notProcessed() {
    return counts.notProcessed();
  }

  /** {@return the documents that an earlier run with this journal processed, or that came again} */
  public long skipped() {
    return counts.skipped();
  }

  /**
   * The documents that were begun and have no result yet, because processing ended early. Their
   * runs go on at the server; the next run with this journal takes their results.
   *
   * @return 0 unless it ended early
   */
  public long left() {
    return left;
  }

  /** {@return the credits that the runs used, as far as the API reported them} */
  public double credits() {
    return counts.credits();
  }

  /**
   * How many runs failed for which reason, by the API's name for it.
   *
   * @return unmodifiable
   */
  public SortedMap<String, Long> failureReasons() {
    return failureReasons;
  }

  /**
   * The first documents without a result, at most 100; the journal has all of them.
   *
   * @return unmodifiable
   */
  public List<BulkIssue> issues() {
    return issues;
  }

  /**
   * What is not known for certain: documents that were sent again after the grace period, and
   * documents for which two runs were seen. At most 100.
   *
   * @return unmodifiable
   */
  public List<BulkIssue> warnings() {
    return warnings;
  }

  @Override
  public String toString() {
    if (dryRun) {
      return ending + ", dry run: would send " + counts.planned() + ", skipped " + skipped();
    }
    return ending
        + ": processed "
        + processed()
        + ", failed runs "
        + failedRuns()
        + ", reused "
        + counts.reused()
        + ", not processed "
        + notProcessed()
        + ", skipped "
        + skipped()
        + ", left "
        + left
        + ", warnings "
        + warnings.size()
        + ", credits "
        + BulkCounter.creditText(credits())
        + ", in "
        + DurationText.of(counts.elapsed());
  }
}
