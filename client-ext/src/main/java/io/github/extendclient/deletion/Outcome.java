package io.github.extendclient.deletion;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of one ID. */
enum Outcome {
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

  /** The written outcome with a word; null if there is none. */
  static @Nullable Outcome ofWord(String word) {
    for (Outcome outcome : values()) {
      if (outcome.isWritten() && outcome.word().equals(word)) {
        return outcome;
      }
    }
    return null;
  }
}
