package io.github.extendclient.examples.retention;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.v20260209.api.ClassifyRunsApi;
import io.github.extendclient.v20260209.api.EditRunsApi;
import io.github.extendclient.v20260209.api.ExtractRunsApi;
import io.github.extendclient.v20260209.api.FilesApi;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.api.SplitRunsApi;
import io.github.extendclient.v20260209.api.WorkflowRunsApi;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.RunStatus;
import io.github.extendclient.v20260209.model.WorkflowRunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads listings page by page. The server filters what it can, this class the rest. */
final class Listings {
  // The most that the API gives.
  private static final int PAGE_SIZE = 1000;

  private final ExtendClient extend;
  private final Filter filter;
  private final Instant now;

  Listings(ExtendClient extend, Filter filter, Instant now) {
    this.extend = extend;
    this.filter = filter;
    this.now = now;
  }

  /** What the filter chooses of a kind; loads pages while it is read. */
  Stream<Item> of(Kind kind) {
    return all(kind).filter(item -> filter.accepts(item, now));
  }

  private Stream<Item> all(Kind kind) {
    return switch (kind) {
      case PARSE_RUNS -> parseRuns();
      case EXTRACT_RUNS -> extractRuns();
      case CLASSIFY_RUNS -> classifyRuns();
      case SPLIT_RUNS -> splitRuns();
      case EDIT_RUNS -> editRuns();
      case WORKFLOW_RUNS -> workflowRuns();
      case FILES -> files();
    };
  }

  private Stream<Item> parseRuns() {
    ParseRunsApi.ListParams params =
        ParseRunsApi.ListParams.builder()
            .status(status(RunStatus::of))
            .batchId(filter.batch())
            .fileNameContains(filter.fileName())
            .maxPageSize(PAGE_SIZE)
            .build();
    return extend.pages(extend.parseRuns()::list, params).stream()
        .map(
            run ->
                new Item(
                    run.getId(),
                    run.getCreatedAt(),
                    run.getStatus().value(),
                    run.getBatchId(),
                    names(run.getFile())));
  }

  private Stream<Item> extractRuns() {
    ExtractRunsApi.ListParams params =
        ExtractRunsApi.ListParams.builder()
            .status(status(RunStatus::of))
            .batchId(filter.batch())
            .fileNameContains(filter.fileName())
            .maxPageSize(PAGE_SIZE)
            .build();
    return extend.pages(extend.extractRuns()::list, params).stream()
        .map(
            run ->
                new Item(
                    run.getId(),
                    run.getCreatedAt(),
                    run.getStatus().value(),
                    null,
                    run.getFiles() == null ? names(run.getFile()) : names(run.getFiles())));
  }

  private Stream<Item> classifyRuns() {
    ClassifyRunsApi.ListParams params =
        ClassifyRunsApi.ListParams.builder()
            .status(status(RunStatus::of))
            .batchId(filter.batch())
            .fileNameContains(filter.fileName())
            .maxPageSize(PAGE_SIZE)
            .build();
    return extend.pages(extend.classifyRuns()::list, params).stream()
        .map(
            run ->
                new Item(
                    run.getId(),
                    run.getCreatedAt(),
                    run.getStatus().value(),
                    null,
                    names(run.getFile())));
  }

  private Stream<Item> splitRuns() {
    SplitRunsApi.ListParams params =
        SplitRunsApi.ListParams.builder()
            .status(status(RunStatus::of))
            .batchId(filter.batch())
            .fileNameContains(filter.fileName())
            .maxPageSize(PAGE_SIZE)
            .build();
    return extend.pages(extend.splitRuns()::list, params).stream()
        .map(
            run ->
                new Item(
                    run.getId(),
                    run.getCreatedAt(),
                    run.getStatus().value(),
                    null,
                    names(run.getFile())));
  }

  private Stream<Item> editRuns() {
    EditRunsApi.ListParams params =
        EditRunsApi.ListParams.builder()
            .status(status(RunStatus::of))
            .fileNameContains(filter.fileName())
            .maxPageSize(PAGE_SIZE)
            .build();
    return extend.pages(extend.editRuns()::list, params).stream()
        .map(
            run ->
                new Item(
                    run.getId(),
                    run.getCreatedAt(),
                    run.getStatus().value(),
                    null,
                    names(run.getFile())));
  }

  private Stream<Item> workflowRuns() {
    WorkflowRunsApi.ListParams params =
        WorkflowRunsApi.ListParams.builder()
            .status(status(WorkflowRunStatus::of))
            .batchId(filter.batch())
            .fileNameContains(filter.fileName())
            .maxPageSize(PAGE_SIZE)
            .build();
    return extend.pages(extend.workflowRuns()::list, params).stream()
        .map(
            run ->
                new Item(
                    run.getId(),
                    run.getCreatedAt(),
                    run.getStatus().value(),
                    run.getBatchId(),
                    names(run.getFiles())));
  }

  private Stream<Item> files() {
    FilesApi.ListParams params =
        FilesApi.ListParams.builder()
            .nameContains(filter.fileName())
            .maxPageSize(PAGE_SIZE)
            .build();
    return extend.pages(extend.files()::list, params).stream()
        .map(
            file ->
                new Item(file.getId(), file.getCreatedAt(), null, null, List.of(file.getName())));
  }

  private <S> @Nullable S status(Function<String, S> of) {
    String status = filter.status();
    return status == null ? null : of.apply(status);
  }

  private static List<String> names(@Nullable FileSummary file) {
    return file == null ? List.of() : List.of(file.getName());
  }

  private static List<String> names(List<FileSummary> files) {
    return files.stream().filter(Objects::nonNull).map(FileSummary::getName).toList();
  }
}
