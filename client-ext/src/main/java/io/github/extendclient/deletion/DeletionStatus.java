package io.github.extendclient.deletion;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an ID was deleted, with the words of journals. */
enum DeletionStatus {
  DELETED,
  GONE,
  REFUSED,
  FAILED,
  /** Dealt with before: by an earlier sweep with the same journal, or earlier in this one. */
  SKIPPED,
  /** Would have been sent, were it not a dry run. */
  PLANNED;

  /** Whether a journal tells of it. */
  boolean isWritten() {
    return this != SKIPPED && this != PLANNED;
  }

  /** Whether there is nothing left to do, now or in a later sweep. */
  boolean isFinal() {
    return this == DELETED || this == GONE;
  }

  /** The word in journals. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The written status with a word; null if there is none. */
  static @Nullable DeletionStatus ofWord(String word) {
    for (DeletionStatus status : values()) {
      if (status.isWritten() && status.word().equals(word)) {
        return status;
      }
    }
    return null;
  }
}
