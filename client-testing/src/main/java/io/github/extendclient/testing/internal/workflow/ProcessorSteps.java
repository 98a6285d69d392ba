package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.engine.OutputMerger;
import io.github.extendclient.testing.internal.formula.Formula;
import io.github.extendclient.testing.internal.formula.FormulaException;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.processor.ProcessorRuns;
import io.github.extendclient.testing.internal.processor.ProcessorShape;
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.Output;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepFailedException;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepInput;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The steps of a workflow run that start extract, classify and split runs. */
final class ProcessorSteps {
  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns processorRuns;
  private final RunOrigin origin;
  private final StepRuns stepRuns;
  private final Map<String, JsonObject> provided;

  /**
   * For one run.
   *
   * @param provided outputs that are known already, by processor ID
   */
  ProcessorSteps(
      Environment environment,
      Processors processors,
      ProcessorRuns processorRuns,
      RunOrigin origin,
      StepRuns stepRuns,
      Map<String, JsonObject> provided) {
    this.environment = environment;
    this.processors = processors;
    this.processorRuns = processorRuns;
    this.origin = origin;
    this.stepRuns = stepRuns;
    this.provided = provided;
  }

  List<Transition> classify(StepInput visit) {
    JsonObject output = output(process(ProcessorKind.CLASSIFY, visit, visit.config()));
    StepValues values = visit.values().with(visit.name(), output.get("type"), output);
    return List.of(
        new Transition(visit.with(values), "classificationId", String.valueOf(output.get("id"))));
  }

  List<Transition> split(StepInput visit) {
    JsonObject output = output(process(ProcessorKind.SPLIT, visit, visit.config()));
    List<Transition> exits = new ArrayList<>();
    for (Fields split : Fields.ofBody(output).objects("splits")) {
      String classId = split.requireText("classificationId");
      StepValues values = visit.values().with(visit.name(), split.toMap().get("type"), output);
      environment
          .store()
          .files()
          .find(split.requireText("fileId"))
          .map(part -> new StepInput(visit.step(), List.of(part), values, visit.extracted()))
          .ifPresent(part -> exits.add(new Transition(part, "classificationId", classId)));
    }
    return exits;
  }

  List<Transition> extract(StepInput visit) {
    return extracted(visit, process(ProcessorKind.EXTRACT, visit, visit.config()));
  }

  private List<Transition> extracted(StepInput visit, ProcessorRun run) {
    JsonObject output = output(run);
    Object variable =
        run.config().containsKey("fields") ? valuesOfFields(output) : output.get("value");
    List<ProcessorRun> extracted = new ArrayList<>(visit.extracted());
    extracted.add(run);
    StepValues values = visit.values().with(visit.name(), variable, output);
    return List.of(
        Transition.all(new StepInput(visit.step(), visit.files(), values, List.copyOf(extracted))));
  }

  private static JsonObject valuesOfFields(JsonObject output) {
    JsonObject values = new JsonObject();
    output.forEach(
        (name, field) ->
            values.put(name, field instanceof JsonObject one ? one.get("value") : null));
    return values;
  }

  /** Extracts by the first rule that holds. */
  List<Transition> extractByRule(StepInput visit) {
    for (Fields rule : visit.config().objects("rules")) {
      try {
        Formula formula = Formula.parse(rule.requireText("formula"));
        if (formula.truths(visit.values()).stream().allMatch(Boolean::booleanValue)) {
          return extracted(visit, process(ProcessorKind.EXTRACT, visit, rule));
        }
      } catch (FormulaException e) {
        throw new StepFailedException(
            "The step " + visit.name() + " cannot decide: " + e.getMessage());
      }
    }
    throw new StepFailedException("The step " + visit.name() + " has no rule that holds.");
  }

  List<Transition> merge(StepInput visit) {
    List<ProcessorRun> runs = visit.extracted();
    if (runs.isEmpty()) {
      throw new StepFailedException(
          "The step " + visit.name() + " has nothing to merge: no extract step leads to it.");
    }
    String order = visit.config().text("mergeOrder").orElse("confidence");
    List<OutputMerger.ExtractorOutput> parts = new ArrayList<>();
    List<JsonObject> extractors = new ArrayList<>();
    for (ProcessorRun run : runs) {
      if (run.config().containsKey("fields")) {
        throw new StepFailedException(
            "The step "
                + visit.name()
                + " cannot merge: the embedded server merges the outputs of extractors with a"
                + " \"schema\", not with \"fields\".");
      }
      Processor processor = run.processor();
      Version version = run.version();
      parts.add(
          new OutputMerger.ExtractorOutput(
              processor == null ? "" : processor.saved().name(), output(run)));
      if (processor != null && version != null) {
        extractors.add(
            JsonObject.of("id", ProcessorShape.id(processor, ApiVersion.V2026_02_09))
                .with("versionId", ProcessorShape.id(processor, version, ApiVersion.V2026_02_09))
                .with("name", processor.saved().name()));
      }
    }
    JsonObject merged = OutputMerger.merge(parts, order);
    ProcessorRun run =
        processorRuns.start(
            new ProcessorRuns.RunInput(
                ProcessorKind.EXTRACT,
                visit.files(),
                visit.files().size() > 1,
                new JsonObject(),
                null,
                null,
                merged),
            null,
            origin,
            RunStart.SYNCHRONOUS);
    stepRuns.add(
        visit, visit.files(), true, null, run, JsonObject.of("mergedExtractors", extractors));
    StepValues values = visit.values().with(visit.name(), merged.get("value"), merged);
    return List.of(
        Transition.all(new StepInput(visit.step(), visit.files(), values, List.of(run))));
  }

  private ProcessorRun process(ProcessorKind kind, StepInput visit, Fields config) {
    List<StoredFile> files = visit.files();
    if (kind != ProcessorKind.EXTRACT && files.size() > 1) {
      throw new StepFailedException(
          "The step " + visit.name() + " takes one file, but it has " + files.size() + ".");
    }
    ProcessorRun run =
        processorRuns.start(task(kind, visit, config), null, origin, RunStart.SYNCHRONOUS);
    RunShape.Failure failure =
        RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.PROCESSOR);
    stepRuns.add(visit, files, failure == null, null, run, null);
    StepRuns.requireSuccess(visit, failure);
    return run;
  }

  private ProcessorRuns.RunInput task(ProcessorKind kind, StepInput visit, Fields config) {
    List<StoredFile> files = visit.files();
    boolean several = files.size() > 1;
    if (config.has(kind.noun())) {
      Fields reference = config.requireObject(kind.noun());
      Processor processor = processors.require(kind, reference.requireText("id"));
      Version version = Processors.version(processor, reference.text("version").orElse("latest"));
      JsonObject known = provided.get(processor.saved().key());
      return new ProcessorRuns.RunInput(
          kind, files, several, version.content(), processor, version, known);
    }
    if (config.has(kind.noun() + "Config")) {
      JsonObject inline = config.requireObject(kind.noun() + "Config").toMap();
      return new ProcessorRuns.RunInput(kind, files, several, inline, null, null, null);
    }
    throw new StepFailedException(
        "The step " + visit.name() + " has neither a " + kind.noun() + " nor its own config.");
  }

  private JsonObject output(ProcessorRun run) {
    Output output = run.progress().result(environment.now());
    return Objects.requireNonNull(output, "a run that did not fail has an output").value();
  }
}
