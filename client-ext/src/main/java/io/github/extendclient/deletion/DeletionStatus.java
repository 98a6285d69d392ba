package io.github.extendclient.deletion;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of an ID, with its word in journals. */
enum DeletionStatus {
  DELETED,
  GONE,
  REFUSED,
  FAILED,
  /** Done before: by an earlier job with the same journal, or earlier in this one. */
  SKIPPED,
  /** Would have been sent, without the dry run. */
  PLANNED;

  /** Returns whether journals record this status. */
  boolean isWritten() {
    return this != SKIPPED && this != PLANNED;
  }

  /** Returns whether no later job needs to send the ID. */
  boolean isFinal() {
    return this == DELETED || this == GONE;
  }

  /** Returns the word in journals. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the recorded status with this word; null if there is none. */
  static @Nullable DeletionStatus ofWord(String word) {
    for (DeletionStatus status : values()) {
      if (status.isWritten() && status.word().equals(word)) {
        return status;
      }
    }
    return null;
  }
}
