package io.github.extendclient.deletion;

import java.time.Duration;

/**
 * How far a sweep has come. A result is counted after the journal has it on the disk.
 *
 * @param deleted IDs that this sweep deleted
 * @param alreadyGone IDs that the server did not know: deleted before, by whomever
 * @param refused IDs that no operation deletes; nothing was sent for them
 * @param failed IDs that could not be deleted
 * @param skipped IDs that an earlier sweep with this journal dealt with, or that came again;
 *     nothing was sent for them
 * @param planned in a dry run, IDs that would have been sent; else 0
 * @param elapsed the time since the sweep began
 */
public record DeletionProgress(
    long deleted,
    long alreadyGone,
    long refused,
    long failed,
    long skipped,
    long planned,
    Duration elapsed) {
  /** {@return all IDs that were dealt with} */
  public long total() {
    return deleted + alreadyGone + refused + failed + skipped + planned;
  }
}
