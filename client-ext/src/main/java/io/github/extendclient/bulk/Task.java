package io.github.extendclient.bulk;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way. Belongs to the engine's loop while it waits, and to one worker while that
 * works on it; handing it over goes through the engine's mailbox.
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

  /** Runs that failed and were followed by another. */
  final Set<String> earlierRuns = new HashSet<>();

  /** How often it was sent again because no run was found. */
  int resends;

  /** Failures in a row of the present step. */
  int tries;

  /** Whether the run is one that an earlier process, or a request without a response, created. */
  boolean adopted;

  boolean reused;
  String issue = "";

  /** When it is to be worked on, by the timeline. */
  long dueNanos;

  /** When its run was created or found, by the timeline. */
  long submittedNanos;

  Task(String identity, @Nullable BulkDocument document) {
    this.identity = identity;
    this.document = document;
  }

  /** Whether the server may have a run for it. */
  boolean mayHaveARun() {
    return step == Step.SUBMITTING || step == Step.SUBMITTED || step == Step.ENDED;
  }
}
