package io.github.extendclient.bulk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds the run of a create without a response, in the list of runs. It recognizes an uploaded file
 * by its unique ID, a URL by a tag in the file name, and a file given by its ID by a tag in the
 * metadata of the run. Runs on workers.
 */
final class RunSearch {
  static final int TAG_LENGTH = 12;

  /** The metadata key of the tag, for files given by their IDs. */
  static final String METADATA = "extendBulkTag";

  private static final int PAGE_SIZE = 100;
  private static final int WIDE_PAGE_SIZE = 1000;

  /** How far the clocks may differ: a wrong time zone shifts one by up to 14 hours. */
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  private final RunClient client;

  RunSearch(RunClient client) {
    this.client = client;
  }

  /** Returns a file name with the tag, which the list of runs can filter by. */
  static String taggedName(String key, String tag) {
    String name = key.replaceAll(".*[/\\\\]", "");
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name + "-" + tag : name.substring(0, dot) + "-" + tag + name.substring(dot);
  }

  /**
   * Searches by file name, back to the time of the create.
   *
   * @param wide whether to search without the name filter too, in case the server ignores it or
   *     stores another name
   * @return null if no run is found
   */
  @Nullable RunFacts find(Task task, boolean wide) {
    String name = nameOf(task);
    RunFacts found = name.isEmpty() ? null : find(task, name, PAGE_SIZE);
    return found == null && (wide || name.isEmpty()) ? find(task, null, WIDE_PAGE_SIZE) : found;
  }

  /** Returns another run of a document that was sent again; null if the list has none. */
  @Nullable RunFacts findOther(Task task, RunFacts run) {
    task.earlierRuns.add(run.id());
    try {
      String name = nameOf(task);
      return find(task, name.isEmpty() ? null : name, PAGE_SIZE);
    } finally {
      task.earlierRuns.remove(run.id());
    }
  }

  /** Returns the part of the file name to filter by; empty if the name is unknown. */
  private static String nameOf(Task task) {
    return task.fileId == null ? task.tag : task.fileName;
  }

  private @Nullable RunFacts find(Task task, @Nullable String name, int size) {
    Instant earliest = task.intendedAt.minus(CLOCK_SKEW);
    String token = null;
    do {
      RunClient.RunPage page = client.list(name, size, token);
      boolean isBeforeTheIntention = false;
      for (RunFacts run : page.runs()) {
        if (isOf(task, run) && !task.earlierRuns.contains(run.id())) {
          return run;
        }
        Instant changed = run.updatedAt();
        isBeforeTheIntention |= changed != null && changed.isBefore(earliest);
      }
      // The list is sorted by time of change, so all further runs were created earlier, too.
      token = isBeforeTheIntention ? null : page.token();
    } while (token != null);
    return null;
  }

  /** Returns whether a run is for the document. */
  private boolean isOf(Task task, RunFacts run) {
    for (RunFacts.RunFile file : run.files()) {
      if (task.fileId == null ? file.name().contains(task.tag) : file.id().equals(task.fileId)) {
        return !isShared(task) || isTagged(task, run);
      }
    }
    return false;
  }

  /** Returns whether others may create runs of the same file. */
  private static boolean isShared(Task task) {
    return task.fileId != null && task.fileName.isEmpty();
  }

  /** Returns whether a run has the task's tag. A summary without metadata does not tell. */
  private boolean isTagged(Task task, RunFacts run) {
    boolean isComplete = run.json().asObject().containsKey("metadata");
    Instant created = run.createdAt();
    boolean isTooOld = created != null && created.isBefore(task.intendedAt.minus(CLOCK_SKEW));
    if (isTooOld) {
      return false;
    }
    RunFacts whole = isComplete ? run : client.retrieve(run.id());
    return task.tag.equals(whole.metadata(METADATA));
  }
}
