package io.github.extendclient.testing.internal.state;

import java.util.List;

/** Counts the runs over a file, without those of workflow steps. */
public final class RunCount {
  private RunCount() {}

  /** The runs of all kinds over a file. */
  public static int of(Store store, String fileId) {
    long parse =
        count(
            store.parseRuns(),
            run -> isAsked(run.origin()) ? List.of(run.file()) : List.of(),
            fileId);
    long processor =
        count(
            store.processorRuns(), run -> isAsked(run.origin()) ? run.files() : List.of(), fileId);
    long others =
        count(store.editRuns(), run -> List.of(run.file()), fileId)
            + count(store.formDetectionRuns(), run -> List.of(run.file()), fileId)
            + count(store.workflowRuns(), WorkflowRun::files, fileId);
    return (int) (parse + processor + others);
  }

  private interface Files<T> {
    List<StoredFile> of(T run);
  }

  private static <T> long count(Table<T> runs, Files<T> files, String fileId) {
    return runs.rows().stream()
        .filter(row -> files.of(row.value()).stream().anyMatch(file -> file.id().equals(fileId)))
        .count();
  }

  private static boolean isAsked(RunOrigin origin) {
    return !origin.source().startsWith("WORKFLOW");
  }
}
