package io.github.extendclient.cli.listing;

import io.github.extendclient.cli.shell.CommandFailure;
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
public enum Kind {
  /** Parse runs. */
  PARSE_RUNS(RunStatus.values(), true),
  /** Extract runs. */
  EXTRACT_RUNS(RunStatus.values(), true),
  /** Classify runs. */
  CLASSIFY_RUNS(RunStatus.values(), true),
  /** Split runs. */
  SPLIT_RUNS(RunStatus.values(), true),
  /** Edit runs. */
  EDIT_RUNS(RunStatus.values(), false),
  /** Workflow runs. */
  WORKFLOW_RUNS(WorkflowRunStatus.values(), true),
  /** Files. */
  FILES(List.of(), false);

  /** All kinds of runs. */
  public static final Set<Kind> RUNS = EnumSet.complementOf(EnumSet.of(FILES));

  private final List<String> statuses;
  private final boolean hasBatches;

  Kind(List<? extends OpenEnum> statuses, boolean hasBatches) {
    this.statuses = statuses.stream().map(OpenEnum::value).toList();
    this.hasBatches = hasBatches;
  }

  /** {@return the states that its listing can be filtered by; none for files} */
  List<String> statuses() {
    return statuses;
  }

  /** {@return whether its listing can be filtered by batch} */
  boolean hasBatches() {
    return hasBatches;
  }

  /** {@return the operation that lists it, such as {@code parseRuns_list}} */
  String operation() {
    String words = toString();
    int gap = words.indexOf('-');
    String resource =
        gap < 0
            ? words
            : words.substring(0, gap)
                + Character.toUpperCase(words.charAt(gap + 1))
                + words.substring(gap + 2);
    return resource + "_list";
  }

  /** {@return as on the command line, such as {@code parse-runs}} */
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
    throw CommandFailure.usage("There is no kind \"" + text + "\": give " + names + " or all.");
  }
}
