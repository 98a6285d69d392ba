package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseOptions;
import io.github.extendclient.testing.internal.state.Output;
import io.github.extendclient.testing.internal.state.ParseRun;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.state.WorkflowRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of one workflow run, one after the other: parse, extract, classify and split
 * really work, a split goes on with each of its parts, a review waits for a person. Steps that
 * compute formulas or ask other services make the run fail.
 */
final class WorkflowEngine {
  /** Ends a workflow that goes round in circles. */
  private static final int MAX_STEPS = 500;

  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns processorRuns;
  private final ParseRuns parseRuns;
  private final RunOrigin origin;
  private final Map<String, JsonObject> provided;
  private final Map<String, JsonObject> steps = new LinkedHashMap<>();
  private final List<StepRun> stepRuns = new ArrayList<>();
  private final Deque<Visit> visits = new ArrayDeque<>();
  private boolean needsReview;

  private record Visit(JsonObject step, List<StoredFile> files) {}

  private static final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailure(String message) {
      super(message);
    }
  }

  /**
   * For one run.
   *
   * @param provided outputs that are known already, by processor ID
   */
  WorkflowEngine(
      Environment environment,
      Processors processors,
      ProcessorRuns processorRuns,
      ParseRuns parseRuns,
      String runId,
      Map<String, JsonObject> provided) {
    this.environment = environment;
    this.processors = processors;
    this.processorRuns = processorRuns;
    this.parseRuns = parseRuns;
    this.origin = new RunOrigin("WORKFLOW_RUN", runId, null);
    this.provided = provided;
  }

  WorkflowRun.Outcome run(Version version, List<StoredFile> files) {
    String failure = null;
    for (Object step : list(version.content().get(WorkflowOperations.STEPS))) {
      if (step instanceof JsonObject one) {
        steps.put(String.valueOf(one.get("name")), one);
      }
    }
    steps.values().stream()
        .filter(step -> "TRIGGER".equals(step.get("type")))
        .findFirst()
        .or(() -> steps.values().stream().findFirst())
        .ifPresent(first -> visits.add(new Visit(first, files)));
    try {
      int count = 0;
      for (Visit visit = visits.poll(); visit != null; visit = visits.poll()) {
        if (++count > MAX_STEPS) {
          throw new StepFailure("The workflow has no end: it ran " + MAX_STEPS + " steps.");
        }
        visit(visit.step(), visit.files());
      }
    } catch (StepFailure | Refusal | Fields.InvalidFieldException e) {
      failure = e.getMessage();
    }
    return new WorkflowRun.Outcome(List.copyOf(stepRuns), needsReview, failure);
  }

  private void visit(JsonObject step, List<StoredFile> files) {
    String type = String.valueOf(step.get("type"));
    switch (type) {
      case "TRIGGER", "COLLECT", "WEBHOOK_RESPONSE" -> goOn(step, files);
      case "HUMAN_REVIEW" -> needsReview = true;
      case "PARSE" -> parse(step, files);
      case "EXTRACT" -> {
        process(ProcessorKind.EXTRACT, step, files);
        goOn(step, files);
      }
      case "CLASSIFY" -> {
        Output output = process(ProcessorKind.CLASSIFY, step, files);
        goOn(step, files, String.valueOf(output.value().get("id")));
      }
      case "SPLIT" -> split(step, files);
      default ->
          throw new StepFailure(
              "The embedded server does not run steps of the type "
                  + type
                  + ", such as "
                  + step.get("name")
                  + ".");
    }
  }

  private void parse(JsonObject step, List<StoredFile> files) {
    JsonObject config =
        step.get("config") instanceof JsonObject given
                && given.get("parseConfig") instanceof JsonObject parse
            ? parse
            : new JsonObject();
    for (StoredFile file : files) {
      ParseRun run =
          parseRuns.start(
              file, ParseOptions.withDefaults(config), null, origin, Waiting.FOR_ANSWER);
      RunShape.Failure failure =
          RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.PARSE);
      add(step, List.of(file), run, null, failure);
    }
    goOn(step, files);
  }

  private void split(JsonObject step, List<StoredFile> files) {
    Output output = process(ProcessorKind.SPLIT, step, files);
    for (Object item : list(output.value().get("splits"))) {
      if (item instanceof JsonObject split) {
        environment
            .store()
            .files()
            .find(String.valueOf(split.get("fileId")))
            .ifPresent(
                part -> goOn(step, List.of(part), String.valueOf(split.get("classificationId"))));
      }
    }
  }

  private Output process(ProcessorKind kind, JsonObject step, List<StoredFile> files) {
    if (kind != ProcessorKind.EXTRACT && files.size() > 1) {
      throw new StepFailure(
          "The step " + step.get("name") + " takes one file, but it has " + files.size() + ".");
    }
    JsonObject config = step.get("config") instanceof JsonObject given ? given : new JsonObject();
    ProcessorRuns.Task task;
    if (config.get(kind.noun()) instanceof JsonObject reference) {
      Processor processor = processors.require(kind, String.valueOf(reference.get("id")));
      Object wanted = reference.get("version");
      Version version =
          Processors.version(processor, wanted == null ? "latest" : String.valueOf(wanted));
      task =
          new ProcessorRuns.Task(
              kind,
              files,
              files.size() > 1,
              version.content(),
              processor,
              version,
              provided.get(processor.saved().key()));
    } else if (config.get(kind.noun() + "Config") instanceof JsonObject inline) {
      task = new ProcessorRuns.Task(kind, files, files.size() > 1, inline, null, null, null);
    } else {
      throw new StepFailure(
          "The step "
              + step.get("name")
              + " has neither a "
              + kind.noun()
              + " nor its own config.");
    }
    ProcessorRun run = processorRuns.start(task, null, origin, Waiting.FOR_ANSWER);
    Output output = run.progress().result(environment.now());
    RunShape.Failure failure =
        RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.PROCESSOR);
    add(step, files, null, run, failure);
    if (output == null) {
      throw new StepFailure("The step " + step.get("name") + " made nothing.");
    }
    return output;
  }

  private void add(
      JsonObject step,
      List<StoredFile> files,
      @Nullable ParseRun parseRun,
      @Nullable ProcessorRun processorRun,
      RunShape.@Nullable Failure failure) {
    stepRuns.add(
        new StepRun(
            environment.newKey(),
            environment.newKey(),
            String.valueOf(step.get("name")),
            String.valueOf(step.get("type")),
            failure == null ? "PROCESSED" : "FAILED",
            files,
            parseRun,
            processorRun));
    if (failure != null) {
      throw new StepFailure(
          "The step "
              + step.get("name")
              + " failed with "
              + failure.reason()
              + ": "
              + failure.message());
    }
  }

  private void goOn(JsonObject step, List<StoredFile> files) {
    for (Object next : list(step.get("next"))) {
      goTo(next, files);
    }
  }

  /** Goes on where the class leads. */
  private void goOn(JsonObject step, List<StoredFile> files, String classificationId) {
    for (Object next : list(step.get("next"))) {
      if (next instanceof JsonObject entry
          && classificationId.equals(entry.get("classificationId"))) {
        goTo(next, files);
      }
    }
  }

  private void goTo(Object next, List<StoredFile> files) {
    JsonObject step =
        next instanceof JsonObject entry ? steps.get(String.valueOf(entry.get("step"))) : null;
    if (step != null) {
      visits.add(new Visit(step, files));
    }
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
