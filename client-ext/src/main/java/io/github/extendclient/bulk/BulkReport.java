package io.github.extendclient.bulk;

import io.github.extendclient.internal.time.DurationText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** The outcome of bulk processing. Immutable; {@code toString()} is a summary on one line. */
public final class BulkReport {
  private final BulkEnding ending;
  private final boolean dryRun;
  private final BulkProgress counts;
  private final long unfinished;
  private final SortedMap<String, Long> failureReasons;
  private final List<BulkIssue> issues;
  private final List<BulkIssue> warnings;

  BulkReport(
      BulkEnding ending,
      boolean dryRun,
      BulkProgress counts,
      long unfinished,
      SortedMap<String, Long> failureReasons,
      List<BulkIssue> issues,
      List<BulkIssue> warnings) {
    this.ending = ending;
    this.dryRun = dryRun;
    this.counts = counts;
    this.unfinished = unfinished;
    this.failureReasons = Collections.unmodifiableSortedMap(failureReasons);
    this.issues = List.copyOf(issues);
    this.warnings = List.copyOf(warnings);
  }

  /** {@return why processing ended} */
  public BulkEnding ending() {
    return ending;
  }

  /** {@return whether this was a dry run, which sends nothing} */
  public boolean isDryRun() {
    return dryRun;
  }

  /** {@return whether every document has a result, all runs succeeded, and there is no warning} */
  public boolean isSuccessful() {
    return ending == BulkEnding.COMPLETED
        && counts.failedRuns() == 0
        && counts.notProcessed() == 0
        && warnings.isEmpty();
  }

  /** {@return all counts at once} */
  public BulkProgress counts() {
    return counts;
  }

  /** {@return the number of documents whose run succeeded} */
  public long processed() {
    return counts.processed();
  }

  /** {@return the number of documents whose run did not succeed; the run is their result} */
  public long failedRuns() {
    return counts.failedRuns();
  }

  /**
   * {@return the number of documents without a result; run again with this journal to send them
   * again}
   */
  public long notProcessed() {
    return counts.notProcessed();
  }

  /**
   * {@return the number of duplicates, and of documents that earlier processing with this journal
   * finished}
   */
  public long skipped() {
    return counts.skipped();
  }

  /**
   * Returns the number of documents that were started but have no result, because processing ended
   * early. Their runs continue at the server; run again with this journal to read their results.
   *
   * @return 0 unless processing ended early
   */
  public long unfinished() {
    return unfinished;
  }

  /** {@return the credits that the runs used, as reported by the API} */
  public BigDecimal credits() {
    return counts.credits();
  }

  /**
   * Returns the number of failed runs per failure reason, in the API's names.
   *
   * @return an unmodifiable map
   */
  public SortedMap<String, Long> failureReasons() {
    return failureReasons;
  }

  /**
   * Returns the first documents without a result, at most 100; the journal contains all.
   *
   * @return an unmodifiable list
   */
  public List<BulkIssue> issues() {
    return issues;
  }

  /**
   * Returns the documents that may have been billed twice: those sent again after the grace period,
   * and those with two runs in the list.
   *
   * @return an unmodifiable list of at most 100
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
        + ", unfinished "
        + unfinished
        + ", warnings "
        + warnings.size()
        + ", credits "
        + credits().stripTrailingZeros().toPlainString()
        + ", in "
        + DurationText.of(counts.elapsed());
  }
}
