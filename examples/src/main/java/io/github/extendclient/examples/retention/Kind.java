package io.github.extendclient.examples.retention;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.page.Pages;
import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.runtime.Run;
import io.github.extendclient.v20260209.api.ClassifyRunsApi;
import io.github.extendclient.v20260209.api.EditRunsApi;
import io.github.extendclient.v20260209.api.ExtractRunsApi;
import io.github.extendclient.v20260209.api.FilesApi;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.api.SplitRunsApi;
import io.github.extendclient.v20260209.api.WorkflowRunsApi;
import io.github.extendclient.v20260209.model.RunStatus;
import io.github.extendclient.v20260209.model.WorkflowRunStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be listed and deleted: runs, and the files that they read. */
enum Kind {
  PARSE_RUNS(
      RunStatus.values(),
      true,
      runs(
          extend ->
              extend.pages(extend.parseRuns()::list, ParseRunsApi.ListParams.builder().build()))),
  EXTRACT_RUNS(
      RunStatus.values(),
      true,
      runs(
          extend ->
              extend.pages(
                  extend.extractRuns()::list, ExtractRunsApi.ListParams.builder().build()))),
  CLASSIFY_RUNS(
      RunStatus.values(),
      true,
      runs(
          extend ->
              extend.pages(
                  extend.classifyRuns()::list, ClassifyRunsApi.ListParams.builder().build()))),
  SPLIT_RUNS(
      RunStatus.values(),
      true,
      runs(
          extend ->
              extend.pages(extend.splitRuns()::list, SplitRunsApi.ListParams.builder().build()))),
  EDIT_RUNS(
      RunStatus.values(),
      false,
      runs(
          extend ->
              extend.pages(extend.editRuns()::list, EditRunsApi.ListParams.builder().build()))),
  WORKFLOW_RUNS(
      WorkflowRunStatus.values(),
      true,
      runs(
          extend ->
              extend.pages(
                  extend.workflowRuns()::list, WorkflowRunsApi.ListParams.builder().build()))),
  FILES(
      List.of(),
      false,
      extend ->
          extend.pages(extend.files()::list, FilesApi.ListParams.builder().build()).stream()
              .map(Item::of));

  private final List<String> statuses;
  private final boolean hasBatches;
  private final Function<ExtendClient, Stream<Item>> listing;

  Kind(
      List<? extends OpenEnum> statuses,
      boolean hasBatches,
      Function<ExtendClient, Stream<Item>> listing) {
    this.statuses = statuses.stream().map(OpenEnum::value).toList();
    this.hasBatches = hasBatches;
    this.listing = listing;
  }

  private static Function<ExtendClient, Stream<Item>> runs(
      Function<ExtendClient, Pages<? extends Run>> listing) {
    return extend -> listing.apply(extend).stream().map(Item::of);
  }

  /** All items of this kind; loads pages while it is read. */
  Stream<Item> list(ExtendClient extend) {
    return listing.apply(extend);
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
