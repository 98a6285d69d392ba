package io.github.extendclient.bulk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The last completed step of a document, as written to the journal, in order. */
enum Step {
  /** No step is recorded. */
  WAITING,
  /** The file is uploaded. Detail: the ID of the file, and its name. */
  UPLOADED,
  /** The create is about to be sent, or was sent. Detail: the tag, and the ID of the file. */
  SUBMITTING,
  /** The run is known. Detail: its ID. */
  SUBMITTED,
  /** The run is in a terminal state. Detail: the status. */
  ENDED,
  /** The run failed and will be retried. Detail: the ID of the failed run, and its credits. */
  RETRY,
  /** The result is on disk. Detail: the credits. */
  WRITTEN,
  /** Run and file are deleted. */
  CLEANED,
  /** The document has no result. Detail: the reason. */
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a line of the journal without a detail is damaged. */
  boolean hasDetail() {
    return this == UPLOADED || this == SUBMITTING || this == SUBMITTED || this == RETRY;
  }

  static @Nullable Step ofWord(String word) {
    for (Step step : values()) {
      if (step != WAITING && step.word().equals(word)) {
        return step;
      }
    }
    return null;
  }
}
