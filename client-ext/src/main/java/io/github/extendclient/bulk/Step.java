package io.github.extendclient.bulk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a document has come: the words of a journal, in their order. */
enum Step {
  /** Nothing is known of it. */
  WAITING,
  /** The server has its file. Detail: the ID of the file, and its name. */
  UPLOADED,
  /** A create is about to be sent, and may have been. Detail: the tag, and the ID of the file. */
  SUBMITTING,
  /** A run is known. Detail: its ID. */
  SUBMITTED,
  /** The run is in a terminal state. Detail: the status. */
  ENDED,
  /** The run failed, and another is wanted. Detail: the ID of the run that failed. */
  RETRY,
  /** The result is on the disk. Detail: the credits. */
  WRITTEN,
  /** Run and file are deleted. */
  CLEANED,
  /** There is no result. Detail: why. */
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
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
