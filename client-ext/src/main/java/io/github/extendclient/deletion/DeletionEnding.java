package io.github.extendclient.deletion;

/** How a sweep came to its end. Whatever the end, its journal is whole and can be continued. */
public enum DeletionEnding {
  /** All IDs were dealt with, not necessarily with success. */
  COMPLETED,
  /** It was stopped, or its thread was interrupted; the IDs that were left were not asked for. */
  STOPPED,
  /** The server refused the key, with 401 or 403; the IDs that were left were not asked for. */
  KEY_REFUSED,
  /** Too many failures in a row; the IDs that were left were not asked for. */
  TOO_MANY_FAILURES
}
