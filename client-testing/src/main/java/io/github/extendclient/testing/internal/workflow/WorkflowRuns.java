package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseRuns;
import io.github.extendclient.testing.internal.processor.ProcessorRuns;
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Table;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.state.Versioned;
import io.github.extendclient.testing.internal.state.WorkflowRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts workflow runs, ends their wait for a review, and emits their events; for the operations on
 * runs, and for the reviews that a test decides.
 */
public final class WorkflowRuns {
  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns processorRuns;
  private final ParseRuns parseRuns;
  private final WorkflowRunShape shape;

  public WorkflowRuns(
      Environment environment,
      Processors processors,
      ProcessorRuns processorRuns,
      ParseRuns parseRuns) {
    this.environment = environment;
    this.processors = processors;
    this.processorRuns = processorRuns;
    this.parseRuns = parseRuns;
    this.shape = new WorkflowRunShape(environment);
  }

  /** Starts a run over files. */
  WorkflowRun start(
      Versioned workflow,
      Version version,
      List<StoredFile> files,
      @Nullable Object metadata,
      @Nullable String batchId,
      Map<String, JsonObject> provided) {
    String key = environment.newKey();
    JsonObject given = metadata instanceof JsonObject object ? object : new JsonObject();
    WorkflowSteps steps =
        new WorkflowSteps(
            environment, processors, processorRuns, parseRuns, "workflow_run_" + key, provided);
    Progress<WorkflowRun.StepsResult> progress =
        new Progress<>(
            environment.now(),
            RunStart.PENDING.times(environment.times()),
            () -> new WorkflowEngine(steps, version).run(files, given));
    WorkflowRun run = new WorkflowRun(key, workflow, version, files, given, batchId, progress);
    environment.store().workflowRuns().put(key, run);
    environment.events().atEnd(progress.endsAt(), () -> emitEnd(run, 0));
    return run;
  }

  /** The steps that have run so far. */
  List<StepRun> steps(WorkflowRun run) {
    WorkflowRun.StepsResult outcome = run.outcome(environment.now());
    return outcome == null ? List.of() : outcome.steps();
  }

  /** Emits the events of the steps from a number on, and of the end; a cancelled run has no end. */
  private void emitEnd(WorkflowRun run, int firstStep) {
    List<StepRun> steps = steps(run);
    if (run.outcome(environment.now()) == null) {
      return;
    }
    for (StepRun step : steps.subList(firstStep, steps.size())) {
      environment
          .events()
          .emit(
              "workflow_run.step_run.processed",
              run.workflow().key(),
              version -> version.isLegacy() ? shape.legacy(run) : shape.step(run, step));
    }
    switch (run.status(environment.now())) {
      case "PROCESSED" -> emit(run, "workflow_run.completed");
      case "NEEDS_REVIEW" -> emit(run, "workflow_run.needs_review");
      default -> emit(run, "workflow_run.failed");
    }
  }

  /** Emits an event with the run. */
  void emit(WorkflowRun run, String event) {
    environment
        .events()
        .emit(
            event,
            run.workflow().key(),
            version -> version.isLegacy() ? shape.legacy(run) : shape.full(run));
  }

  /** The run with an ID. */
  WorkflowRun require(String id) {
    return environment.require(Store::workflowRuns, "workflow run", id);
  }

  /** Ends the review of a run, as the dashboard does. */
  public void review(String id, boolean approved, @Nullable String note) {
    WorkflowRun run =
        environment
            .store()
            .workflowRuns()
            .find(id)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no workflow run with the ID " + id));
    boolean decided = approved ? approve(run) : reject(run, note);
    if (!decided) {
      throw new IllegalStateException(
          "the workflow run "
              + id
              + " does not wait for a review: its status is "
              + run.status(environment.now())
              + ", not NEEDS_REVIEW");
    }
  }

  private boolean reject(WorkflowRun run, @Nullable String note) {
    boolean decided = run.review(false, note, environment.now());
    if (decided) {
      emit(run, "workflow_run.rejected");
    }
    return decided;
  }

  /** Approves the review of a run; the steps after it follow. False if the run waits for none. */
  boolean approve(WorkflowRun run) {
    int before = steps(run).size();
    boolean decided = run.review(true, null, environment.now());
    if (decided) {
      emitEnd(run, before);
    }
    return decided;
  }

  /** Runs all workflows that are due, so that lists show the runs of their steps. */
  public void settle() {
    Instant now = environment.now();
    environment.store().workflowRuns().rows().stream()
        .map(Table.Row::value)
        .forEach(run -> run.outcome(now));
  }
}
