package io.github.extendclient.deletion;

import java.time.Duration;

/**
 * The progress of a job. A result counts once the journal has it on disk.
 *
 * @param deleted IDs that this job deleted
 * @param alreadyGone IDs that the server did not know, because someone deleted them before
 * @param refused IDs that no operation deletes; nothing was sent for them
 * @param failed IDs that could not be deleted
 * @param skipped duplicates, and IDs that an earlier job with this journal deleted or found gone;
 *     nothing was sent for them
 * @param planned in a dry run, IDs that would have been sent; otherwise 0
 * @param elapsed the time since the job began
 */
public record DeletionProgress(
    long deleted,
    long alreadyGone,
    long refused,
    long failed,
    long skipped,
    long planned,
    Duration elapsed) {
  /** {@return the number of all IDs processed} */
  public long total() {
    return deleted + alreadyGone + refused + failed + skipped + planned;
  }
}
