package io.github.extendclient.bulk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far bulk processing has come.
 *
 * @param processed documents whose run ended well; their results are on the disk
 * @param failedRuns documents whose run ended otherwise; that is their result
 * @param reused documents whose result came from a {@link BulkStore}, without a run
 * @param notProcessed documents that have no result, because the upload or the create failed
 * @param skipped documents that an earlier run with this journal processed, or that came again
 * @param planned in a dry run, documents that would be sent; else 0
 * @param underWay documents that are being processed
 * @param submitted runs that were created now
 * @param adopted runs that were created before, and found again in the list
 * @param credits that the runs used, those of earlier runs with this journal included
 * @param perMinute documents in each minute, measured over the last ones
 * @param elapsed the time since it began
 * @param remaining the estimated time to the end; null while the number of documents is not known
 */
public record BulkProgress(
    long processed,
    long failedRuns,
    long reused,
    long notProcessed,
    long skipped,
    long planned,
    long underWay,
    long submitted,
    long adopted,
    double credits,
    double perMinute,
    Duration elapsed,
    @Nullable Duration remaining) {
  /** {@return the documents that were dealt with} */
  public long total() {
    return processed + failedRuns + reused + notProcessed + skipped + planned;
  }
}
