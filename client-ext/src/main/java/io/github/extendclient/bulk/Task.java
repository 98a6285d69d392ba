package io.github.extendclient.bulk;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document in progress. Confined to the engine's loop while it waits and to one worker while it
 * advances; the engine's mailbox hands it over.
 */
final class Task {
  final String identity;
  final @Nullable BulkDocument document;

  Step step = Step.WAITING;
  String contentHash = "";
  @Nullable String fileId;
  String fileName = "";
  String tag = "";
  Instant intendedAt = Instant.EPOCH;
  @Nullable String runId;
  @Nullable RunFacts run;

  /** The failed runs that were retried. */
  final Set<String> earlierRuns = new HashSet<>();

  /** How often the create was sent again because no run was found. */
  int resends;

  /** Consecutive failures of the current step. */
  int tries;

  /** Whether the run was created by an earlier process or by a request without a response. */
  boolean adopted;

  boolean reused;
  String issue = "";

  /** The time to advance it again, by the timeline. */
  long dueNanos;

  /** The end of the grace period, by the timeline; null if an earlier process sent the create. */
  @Nullable Long graceEndNanos;

  /** The time when its run was created or found, by the timeline. */
  long submittedNanos;

  Task(String identity, @Nullable BulkDocument document) {
    this.identity = identity;
    this.document = document;
  }

  /**
   * Takes over a line of the journal.
   *
   * @param reached the step of the line
   * @param detail its detail, split at the first space
   * @param time the time of the line
   */
  void restore(Step reached, String[] detail, Instant time) {
    switch (reached) {
      case UPLOADED -> {
        fileId = detail[0];
        fileName = detail.length > 1 ? detail[1] : "";
      }
      case SUBMITTING -> {
        tag = detail[0];
        intendedAt = time;
        runId = null;
      }
      case SUBMITTED -> runId = detail[0];
      case RETRY -> {
        earlierRuns.add(detail[0]);
        runId = null;
      }
      default -> {}
    }
    step = reached;
  }

  /** Takes over what an earlier process recorded about the document. */
  void continueFrom(Task before) {
    step = before.step;
    fileId = before.fileId;
    fileName = before.fileName;
    tag = before.tag;
    intendedAt = before.intendedAt;
    runId = before.runId;
    earlierRuns.addAll(before.earlierRuns);
  }

  /** Returns whether the server may have a run for the document. */
  boolean mayHaveARun() {
    return step == Step.SUBMITTING || step == Step.SUBMITTED || step == Step.ENDED;
  }
}
