package io.github.extendclient.examples.retention;

import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.v20260209.model.RunStatus;
import io.github.extendclient.v20260209.model.WorkflowRunStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be listed and deleted: runs, and the files that they read. */
enum Kind {
  PARSE_RUNS(RunStatus.values(), true),
  EXTRACT_RUNS(RunStatus.values(), true),
  CLASSIFY_RUNS(RunStatus.values(), true),
  SPLIT_RUNS(RunStatus.values(), true),
  EDIT_RUNS(RunStatus.values(), false),
  WORKFLOW_RUNS(WorkflowRunStatus.values(), true),
  FILES(List.of(), false);

  private final List<String> statuses;
  private final boolean hasBatches;

  Kind(List<? extends OpenEnum> statuses, boolean hasBatches) {
    this.statuses = statuses.stream().map(OpenEnum::value).toList();
    this.hasBatches = hasBatches;
  }

  /** The states that its listing can be filtered by; none for files. */
  List<String> statuses() {
    return statuses;
  }

  /** Whether its listing can be filtered by batch. */
  boolean hasBatches() {
    return hasBatches;
  }

  /** As on the command line, such as {@code parse-runs}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of a name, or all of them.
   *
   * @throws CommandFailure if there is no such kind
   */
  static Set<Kind> named(String text) {
    if (text.equals("all")) {
      return EnumSet.allOf(Kind.class);
    }
    for (Kind kind : values()) {
      if (kind.toString().equals(text)) {
        return EnumSet.of(kind);
      }
    }
    String names = Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", "));
    throw new CommandFailure(
        ExitCode.USAGE, "There is no kind \"" + text + "\": give " + names + " or all.");
  }
}
