package io.github.extendclient.bulk;

/** Why bulk processing ended. The journal is intact in each case: run again with it to continue. */
public enum BulkEnding {
  /** All documents were processed, not necessarily with success. */
  COMPLETED,
  /** Processing was stopped, or its thread was interrupted. */
  STOPPED,
  /** The server refused the key, with 401 or 403. */
  KEY_REFUSED,
  /** The workspace has no credits left: the server returned 402. */
  OUT_OF_CREDITS,
  /** The runs used as many credits as {@link Bulk#maxCredits} allows. */
  CREDIT_LIMIT,
  /** Too many consecutive failures: see {@link Bulk#maxConsecutiveFailures}. */
  TOO_MANY_FAILURES
}
