package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseShape;
import io.github.extendclient.testing.internal.processor.ProcessorRunShape;
import io.github.extendclient.testing.internal.state.ParseRun;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.WorkflowRun;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Workflow runs in the shapes of both versions. */
final class WorkflowRunShape {
  private static final String STEP_FAILED = "STEP_FAILED";

  private final Environment environment;
  private final ParseShape parseShape;
  private final ProcessorRunShape processorShape;

  WorkflowRunShape(Environment environment) {
    this.environment = environment;
    this.parseShape = new ParseShape(environment);
    this.processorShape = new ProcessorRunShape(environment);
  }

  JsonObject summary(WorkflowRun run) {
    Instant now = environment.now();
    return common(run)
        .with("createdAt", FileShape.time(run.progress().createdAt()))
        .with("updatedAt", FileShape.time(updatedAt(run, now)));
  }

  JsonObject full(WorkflowRun run) {
    JsonObject shape = common(run);
    withFailure(shape, run);
    return shape
        .with("metadata", run.metadata())
        .with("reviewed", run.reviewedAt() != null)
        .with("stepRuns", steps(run).stream().map(step -> step(run, step)).toList());
  }

  JsonObject step(WorkflowRun run, StepRun step) {
    return JsonObject.of("object", "workflow_step_run")
        .with("id", "workflow_step_run_" + step.key())
        .with("stepType", step.type())
        .with("workflowRunId", run.id())
        .with("status", step.status())
        .with("files", step.files().stream().map(FileShape::summary).toList())
        .with(
            "step",
            JsonObject.of("object", "workflow_step")
                .with("id", "step_" + step.stepKey())
                .with("name", step.name())
                .with("type", step.type()))
        .with("result", result(step));
  }

  JsonObject legacySummary(WorkflowRun run) {
    Instant now = environment.now();
    JsonObject shape = times(run).with("id", run.id()).with("status", run.status(now));
    return RunShape.withoutNulls(
        shape
            .with("workflowId", "workflow_" + run.workflow().key())
            .with("workflowName", run.workflow().name())
            .with("workflowVersionId", "workflow_version_" + run.version().key())
            .with("batchId", run.batchId())
            .with("createdAt", FileShape.time(run.progress().createdAt()))
            .with("updatedAt", FileShape.time(updatedAt(run, now)))
            .with("usage", environment.usage(run.outcome(now) != null)));
  }

  JsonObject legacy(WorkflowRun run) {
    Instant now = environment.now();
    ApiVersion api = ApiVersion.V2025_04_21;
    JsonObject shape = times(run);
    withFailure(shape, run);
    shape
        .with("object", "workflow_run")
        .with("id", run.id())
        .with("name", run.name())
        .with("url", dashboardUrl(run))
        .with("status", run.status(now))
        .with("metadata", run.metadata())
        .with("batchId", run.batchId())
        .with(
            "files",
            run.files().stream().map(file -> FileShape.file(file, api, null, null)).toList())
        .with("reviewed", run.reviewedAt() != null)
        .with(
            "outputs",
            steps(run).stream()
                .map(StepRun::processorRun)
                .filter(Objects::nonNull)
                .map(output -> processorShape.legacy(output, api))
                .toList())
        .with("stepRuns", List.of())
        .with("workflow", WorkflowOperations.legacy(run.workflow(), run.version()))
        .with("usage", environment.usage(run.outcome(now) != null));
    return RunShape.withoutNulls(shape);
  }

  /** The time of the last change: that of the review, if there is one. */
  static Instant updatedAt(WorkflowRun run, Instant asOf) {
    Instant reviewed = run.reviewedAt();
    return reviewed == null || reviewed.isAfter(asOf) ? run.progress().updatedAt(asOf) : reviewed;
  }

  private List<StepRun> steps(WorkflowRun run) {
    WorkflowRun.StepsResult outcome = run.outcome(environment.now());
    return outcome == null ? List.of() : outcome.steps();
  }

  private JsonObject common(WorkflowRun run) {
    Instant now = environment.now();
    return times(run)
        .with("object", "workflow_run")
        .with("id", run.id())
        .with("workflow", WorkflowOperations.summary(run.workflow()))
        .with("workflowVersion", WorkflowOperations.versionSummary(run.version()))
        .with("dashboardUrl", dashboardUrl(run))
        .with("status", run.status(now))
        .with("batchId", run.batchId())
        .with("files", run.files().stream().map(FileShape::summary).toList())
        .with("reviewedByUser", reviewer(run))
        .with("usage", environment.usage(run.outcome(now) != null));
  }

  private JsonObject times(WorkflowRun run) {
    Instant now = environment.now();
    boolean started = run.progress().phase(now) != Progress.Phase.PENDING;
    boolean ended = run.progress().phase(now) == Progress.Phase.ENDED;
    return JsonObject.of("initialRunAt", FileShape.time(run.progress().createdAt()))
        .with("startTime", started ? FileShape.time(run.progress().startsAt()) : null)
        .with("endTime", ended ? FileShape.time(updatedAt(run, now)) : null)
        .with("reviewedAt", FileShape.timeOrNull(run.reviewedAt()))
        .with("rejectionNote", run.reviewNote());
  }

  private void withFailure(JsonObject shape, WorkflowRun run) {
    WorkflowRun.StepsResult outcome = run.outcome(environment.now());
    String failure = outcome == null ? null : outcome.failure();
    shape
        .with("failureReason", failure == null ? null : STEP_FAILED)
        .with("failureMessage", failure);
  }

  private static @Nullable String reviewer(WorkflowRun run) {
    return run.reviewedAt() == null ? null : "reviewer@example.com";
  }

  private String dashboardUrl(WorkflowRun run) {
    return environment.urls().page("/dashboard/workflow_runs/" + run.id());
  }

  private @Nullable JsonObject result(StepRun step) {
    ParseRun parse = step.parseRun();
    if (parse != null) {
      return JsonObject.of("parseRun", parseShape.current(parse, false));
    }
    ProcessorRun run = step.processorRun();
    JsonObject details = step.details();
    if (run == null) {
      return details;
    }
    JsonObject result = JsonObject.of(run.kind().verb() + "Run", processorShape.full(run));
    if (details != null) {
      result.putAll(details);
    }
    return result;
  }
}
