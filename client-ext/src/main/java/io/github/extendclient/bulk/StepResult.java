package io.github.extendclient.bulk;

/** What follows for a document after a worker has advanced it: see {@link Steps#advance}. */
enum StepResult {
  /** Its run has not ended: poll. */
  RUN_PENDING,
  /** Advance it again at {@link Task#dueNanos}. */
  TRY_LATER,
  /** It is finished. */
  DONE,
  /** It has no result, for the reason in {@link Task#issue}. */
  FAILED,
  /** Processing was stopped before its end. */
  ABANDONED,
  /** It has a run whose result cannot be read, for the reason in {@link Task#issue}. */
  UNKNOWN
}
