package io.github.extendclient.deletion;

/** Why a job ended. The journal is intact in each case: run again with it to continue. */
public enum DeletionEnding {
  /** All IDs were processed, not necessarily with success. */
  COMPLETED,
  /** The job was stopped, or its thread was interrupted; the remaining IDs were not read. */
  STOPPED,
  /** The server refused the key, with 401 or 403; the remaining IDs were not read. */
  KEY_REFUSED,
  /**
   * Too many consecutive failures: see {@link Deletions#maxConsecutiveFailures}; the remaining IDs
   * were not read.
   */
  TOO_MANY_FAILURES
}
