package io.github.extendclient.bulk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds the run of a create whose response is not known, in the list of runs. A file that was
 * uploaded for the document has an ID that nothing else has; a URL has a tag in its name; a file
 * that was there before has a tag in the metadata of its run. Runs on workers.
 */
final class RunSearch {
  static final int TAG_LENGTH = 12;

  /** The key in the metadata of runs of files that were there before. */
  static final String METADATA = "extendBulkTag";

  private static final int PAGE_SIZE = 100;
  private static final int WIDE_PAGE_SIZE = 1000;

  /** How far the server's clock may be behind this one. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final RunClient client;

  RunSearch(RunClient client) {
    this.client = client;
  }

  /** A name that the list of runs can be searched for. */
  static String taggedName(String key, String tag) {
    String name = key.replaceAll(".*[/\\\\]", "");
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name + "-" + tag : name.substring(0, dot) + "-" + tag + name.substring(dot);
  }

  /**
   * Searches back to the intention, by the name of the file.
   *
   * @param wide also without the filter, which may be ignored, or know the file by another name
   * @return null if there is none yet
   */
  @Nullable RunFacts find(Task task, boolean wide) {
    String name = nameOf(task);
    RunFacts found = name.isEmpty() ? null : find(task, name, PAGE_SIZE);
    return found == null && (wide || name.isEmpty()) ? find(task, null, WIDE_PAGE_SIZE) : found;
  }

  /** Another run of a document that was sent again; null if the list shows none. */
  @Nullable RunFacts findOther(Task task, RunFacts run) {
    task.earlierRuns.add(run.id());
    try {
      String name = nameOf(task);
      return find(task, name.isEmpty() ? null : name, PAGE_SIZE);
    } finally {
      task.earlierRuns.remove(run.id());
    }
  }

  /** What the name of its file has in it; empty if that is not known. */
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
      // The run that changed last comes first: what follows was created before, too.
      token = isBeforeTheIntention ? null : page.token();
    } while (token != null);
    return null;
  }

  /** Whether a run works on the document. */
  private static boolean isOf(Task task, RunFacts run) {
    for (RunFacts.RunFile file : run.files()) {
      if (task.fileId == null ? file.name().contains(task.tag) : file.id().equals(task.fileId)) {
        return !isShared(task) || isTagged(task, run);
      }
    }
    return false;
  }

  /** Whether others may have runs of the same file. */
  private static boolean isShared(Task task) {
    return task.fileId != null && task.fileName.isEmpty();
  }

  /** A summary without metadata is told by its time. */
  private static boolean isTagged(Task task, RunFacts run) {
    String tag = run.metadata(METADATA);
    Instant created = run.createdAt();
    return tag != null
        ? tag.equals(task.tag)
        : !run.json().asObject().containsKey("metadata")
            && created != null
            && !created.isBefore(task.intendedAt);
  }
}
