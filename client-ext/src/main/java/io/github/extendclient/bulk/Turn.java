package io.github.extendclient.bulk;

/** The state of a document after a worker's turn. */
enum Turn {
  /** Waits for its run to end. */
  WAIT,
  /** Has its next turn at {@link Task#dueNanos}. */
  LATER,
  /** Is finished. */
  DONE,
  /** Has no result, for the reason in {@link Task#issue}. */
  FAILED,
  /** Is abandoned, because processing was stopped. */
  LEFT,
  /** Has a run whose result cannot be read, for the reason in {@link Task#issue}. */
  UNKNOWN
}
