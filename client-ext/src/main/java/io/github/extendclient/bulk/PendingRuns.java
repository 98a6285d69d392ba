package io.github.extendclient.bulk;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schedules polling for the documents whose runs have not ended: through the list of runs if there
 * are many, one by one if there are few or the list lacks a run. Confined to the engine's loop,
 * except for {@link #poll}, which runs on a worker.
 */
final class PendingRuns {
  /** Up to this many runs are read one by one instead of through the list. */
  private static final int FEW = 3;

  private static final Duration SHORTEST_DELAY = Duration.ofMillis(50);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(20);

  /**
   * Polls per typical run duration: this many for few runs, up to twice as many for many runs,
   * which share the requests. On average, polling delays a result by half the interval.
   */
  private static final int POLLS_PER_RUN = 10;

  private static final int RUNS_PER_POLL = 3;

  /** The interval for reading a run that the list does not contain. */
  private static final Duration UNSEEN_DELAY = Duration.ofSeconds(30);

  private static final int EARLY_ENDS = 1000;
  private static final int LARGEST_PAGE = 1000;
  private static final int SMALLEST_PAGE = 20;
  private static final int MAX_PAGES = 5;

  /**
   * How many runs are read one by one after a poll that failed, in case only the list is broken.
   */
  private static final int READ_AFTER_FAILURE = 16;

  private final RunClient client;
  private final Timeline timeline;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, Long> unseenSince = new LinkedHashMap<>();
  private final Set<String> endedEarly = new LinkedHashSet<>();
  private long nextPoll;
  private long runNanos = Duration.ofSeconds(2).toNanos();
  private boolean polling;

  PendingRuns(RunClient client, Timeline timeline) {
    this.client = client;
    this.timeline = timeline;
  }

  /** The outcome of a poll. */
  record PollResult(Map<String, Boolean> pendingById, @Nullable RuntimeException failure) {}

  int size() {
    return tasks.size();
  }

  /** Adds a document; returns false if a webhook already reported the end of its run. */
  boolean add(Task task) {
    String id = String.valueOf(task.runId);
    if (endedEarly.remove(id)) {
      return false;
    }
    if (tasks.isEmpty()) {
      nextPoll = timeline.nanoTime() + delay();
    }
    tasks.put(id, task);
    unseenSince.put(id, timeline.nanoTime());
    return true;
  }

  /** Returns the document of a run that ended; null if none waits for the run (yet). */
  @Nullable Task ended(String runId) {
    Task task = remove(runId);
    if (task == null) {
      endedEarly.add(runId);
      if (endedEarly.size() > EARLY_ENDS) {
        endedEarly.remove(endedEarly.iterator().next());
      }
    }
    return task;
  }

  /** Returns the time of the next poll, by the timeline; null if there is nothing to poll. */
  @Nullable Long nextPoll() {
    return tasks.isEmpty() || polling ? null : nextPoll;
  }

  /** Returns whether the runs are few enough to read one by one. */
  boolean isFew() {
    return tasks.size() <= FEW;
  }

  /** Starts a poll and returns the documents by run ID. */
  Map<String, Task> beginPoll() {
    polling = true;
    nextPoll = timeline.nanoTime() + delay();
    return Map.copyOf(tasks);
  }

  /**
   * Reads pages of the list until it has seen all runs, or the remaining ones are older.
   *
   * @param wanted the result of {@link #beginPoll}
   */
  PollResult poll(Map<String, Task> wanted) {
    Map<String, Boolean> seen = new LinkedHashMap<>();
    int size = Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, 2 * wanted.size()));
    String token = null;
    try {
      for (int page = 0; page < MAX_PAGES && seen.size() < wanted.size(); page++) {
        RunClient.RunPage runs = client.list(null, size, token);
        for (RunFacts run : runs.runs()) {
          if (wanted.containsKey(run.id())) {
            seen.put(run.id(), run.pending());
          }
        }
        token = runs.token();
        if (token == null) {
          break;
        }
      }
      return new PollResult(seen, null);
    } catch (RuntimeException e) {
      return new PollResult(seen, e);
    }
  }

  /**
   * Ends a poll and returns the documents to continue: their runs ended, or must be read one by
   * one.
   */
  List<Task> endPoll(PollResult result) {
    polling = false;
    long now = timeline.nanoTime();
    List<Task> next = new ArrayList<>();
    result
        .pendingById()
        .forEach(
            (id, pending) -> {
              unseenSince.computeIfPresent(id, (key, since) -> now);
              Task task = pending ? null : remove(id);
              if (task != null) {
                learn(now - task.submittedNanos);
                next.add(task);
              }
            });
    next.addAll(
        removeUnseen(now, result.failure() == null ? Integer.MAX_VALUE : READ_AFTER_FAILURE));
    if (result.failure() != null) {
      nextPoll = now + LONGEST_DELAY.toNanos() / 4;
    }
    return next;
  }

  /** Removes and returns the documents whose runs the list has not shown for a while. */
  private List<Task> removeUnseen(long now, int most) {
    List<Task> removed = new ArrayList<>();
    for (Map.Entry<String, Long> unseen : List.copyOf(unseenSince.entrySet())) {
      Task task = tasks.get(unseen.getKey());
      boolean isDue = now - unseen.getValue() > UNSEEN_DELAY.toNanos();
      if (task != null && isDue && removed.size() < most) {
        remove(unseen.getKey());
        removed.add(task);
      }
    }
    return removed;
  }

  /** Returns the documents whose runs must be read one by one. */
  List<Task> readSingly() {
    nextPoll = timeline.nanoTime() + delay();
    List<Task> all = new ArrayList<>(tasks.values());
    tasks.clear();
    unseenSince.clear();
    return all;
  }

  private @Nullable Task remove(String id) {
    unseenSince.remove(id);
    return tasks.remove(id);
  }

  /** Updates the typical run duration; recent runs weigh most. */
  private void learn(long nanos) {
    runNanos = (7 * runNanos + Math.max(0, nanos)) / 8;
  }

  private long delay() {
    int polls = Math.min(2 * POLLS_PER_RUN, Math.max(POLLS_PER_RUN, tasks.size() / RUNS_PER_POLL));
    return Math.min(LONGEST_DELAY.toNanos(), Math.max(SHORTEST_DELAY.toNanos(), runNanos / polls));
  }
}
