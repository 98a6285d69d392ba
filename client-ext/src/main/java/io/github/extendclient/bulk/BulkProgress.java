package io.github.extendclient.bulk;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The progress of bulk processing.
 *
 * @param processed documents whose run succeeded; their results are on disk
 * @param failedRuns documents whose run did not succeed; the run is their result
 * @param reused documents whose result was taken from a {@link BulkStore}, without a run
 * @param notProcessed documents without a result, because the upload or the create failed
 * @param skipped duplicates, and documents that earlier processing with this journal finished
 * @param planned in a dry run, documents that would be sent; otherwise 0
 * @param underWay documents that are being processed
 * @param submitted runs created by this processing
 * @param adopted runs created earlier and found in the list of runs
 * @param credits credits used, including earlier processing with this journal
 * @param documentsPerMinute documents per minute, measured over the most recent ones
 * @param elapsed the time since the start
 * @param remaining the estimated time to the end; null while the number of documents is unknown
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
    BigDecimal credits,
    double documentsPerMinute,
    Duration elapsed,
    @Nullable Duration remaining) {
  /** {@return the number of documents that are finished or skipped} */
  public long total() {
    return processed + failedRuns + reused + notProcessed + skipped + planned;
  }
}
