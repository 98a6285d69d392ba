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
 * The documents whose runs are waited for, and when to look at them: by the list of runs if there
 * are many, and each by itself if there are few or the list does not show it. Belongs to the
 * engine's loop; {@link #look} alone runs on a worker.
 */
final class Watch {
  /** Up to so many, a read of each tells more than a page of the list. */
  private static final int FEW = 3;

  private static final Duration SHORTEST_DELAY = Duration.ofMillis(50);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(20);

  /**
   * In the time of a run, so often for few runs, and up to twice as often for many, which share the
   * requests. Half of the time between two looks is added to a run on the average.
   */
  private static final int LOOKS_PER_RUN = 10;

  private static final int RUNS_PER_LOOK = 3;

  /** A run that the list does not show is read by itself as often as this. */
  private static final Duration UNSEEN_DELAY = Duration.ofSeconds(30);

  private static final int EARLY_ENDS = 1000;
  private static final int LARGEST_PAGE = 1000;
  private static final int SMALLEST_PAGE = 20;
  private static final int MAX_PAGES = 5;

  private final RunClient client;
  private final Timeline timeline;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, Long> unseenSince = new LinkedHashMap<>();
  private final Set<String> endedEarly = new LinkedHashSet<>();
  private long nextLook;
  private long runNanos = Duration.ofSeconds(2).toNanos();
  private boolean looking;

  Watch(RunClient client, Timeline timeline) {
    this.client = client;
    this.timeline = timeline;
  }

  /** What a look saw. */
  record Seen(Map<String, Boolean> pendingById, @Nullable RuntimeException failure) {}

  int size() {
    return tasks.size();
  }

  /** Returns false if the run has ended already, as a webhook said. */
  boolean add(Task task) {
    String id = String.valueOf(task.runId);
    if (endedEarly.remove(id)) {
      return false;
    }
    if (tasks.isEmpty()) {
      nextLook = timeline.nanoTime() + delay();
    }
    tasks.put(id, task);
    unseenSince.put(id, timeline.nanoTime());
    return true;
  }

  /** The document of a run that ended; null if none waits for it (yet). */
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

  /** All documents whose runs are waited for; they are not any more. */
  List<Task> removeAll() {
    List<Task> all = new ArrayList<>(tasks.values());
    tasks.clear();
    unseenSince.clear();
    return all;
  }

  /** When to look again, by the timeline; null if there is nothing to look at now. */
  @Nullable Long nextLook() {
    return tasks.isEmpty() || looking ? null : nextLook;
  }

  /** Whether the runs are so few that each is to be read. */
  boolean isFew() {
    return tasks.size() <= FEW;
  }

  /** The runs that a look is for. */
  Map<String, Task> begin() {
    looking = true;
    nextLook = timeline.nanoTime() + delay();
    return Map.copyOf(tasks);
  }

  /**
   * Reads pages of the list, until all runs were seen or what follows was created before them.
   *
   * @param wanted what {@link #begin} returned
   */
  Seen look(Map<String, Task> wanted) {
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
      return new Seen(seen, null);
    } catch (RuntimeException e) {
      return new Seen(seen, e);
    }
  }

  /** Returns the documents to go on with: their runs ended, or are to be read by themselves. */
  List<Task> looked(Seen seen) {
    looking = false;
    long now = timeline.nanoTime();
    List<Task> next = new ArrayList<>();
    seen.pendingById()
        .forEach(
            (id, pending) -> {
              unseenSince.computeIfPresent(id, (key, since) -> now);
              Task task = pending ? null : remove(id);
              if (task != null) {
                learn(now - task.submittedNanos);
                next.add(task);
              }
            });
    if (seen.failure() == null) {
      for (Map.Entry<String, Long> unseen : List.copyOf(unseenSince.entrySet())) {
        Task task = tasks.get(unseen.getKey());
        if (task != null && now - unseen.getValue() > UNSEEN_DELAY.toNanos()) {
          remove(unseen.getKey());
          next.add(task);
        }
      }
    }
    if (seen.failure() != null) {
      nextLook = now + LONGEST_DELAY.toNanos() / 4;
    }
    return next;
  }

  /** Returns the documents to read each by itself. */
  List<Task> readSingly() {
    nextLook = timeline.nanoTime() + delay();
    return removeAll();
  }

  private @Nullable Task remove(String id) {
    unseenSince.remove(id);
    return tasks.remove(id);
  }

  /** The time of the latest runs counts most. */
  private void learn(long nanos) {
    runNanos = (7 * runNanos + Math.max(0, nanos)) / 8;
  }

  private long delay() {
    int looks = Math.min(2 * LOOKS_PER_RUN, Math.max(LOOKS_PER_RUN, tasks.size() / RUNS_PER_LOOK));
    return Math.min(LONGEST_DELAY.toNanos(), Math.max(SHORTEST_DELAY.toNanos(), runNanos / looks));
  }
}
