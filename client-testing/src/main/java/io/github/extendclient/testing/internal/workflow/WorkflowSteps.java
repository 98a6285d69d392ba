package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.api.Waiting;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.UnreadableDocumentException;
import io.github.extendclient.testing.internal.engine.Merging;
import io.github.extendclient.testing.internal.engine.PdfConversion;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.formula.Conditions;
import io.github.extendclient.testing.internal.formula.Formula;
import io.github.extendclient.testing.internal.formula.FormulaException;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseOptions;
import io.github.extendclient.testing.internal.parse.ParseRuns;
import io.github.extendclient.testing.internal.processor.ProcessorRunShape;
import io.github.extendclient.testing.internal.processor.ProcessorRuns;
import io.github.extendclient.testing.internal.processor.ProcessorShape;
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.Output;
import io.github.extendclient.testing.internal.state.ParseRun;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.Exit;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepFailure;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each kind of step does, for one workflow run. */
final class WorkflowSteps {
  private static final Set<String> ON_FAILURE = Set.of("CONTINUE", "EXIT");

  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns processorRuns;
  private final ParseRuns parseRuns;
  private final ProcessorRunShape runShape;
  private final String runId;
  private final RunOrigin origin;
  private final Map<String, JsonObject> provided;
  private final List<StepRun> stepRuns = new ArrayList<>();

  /**
   * For one run.
   *
   * @param provided outputs that are known already, by processor ID
   */
  WorkflowSteps(
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
    this.runShape = new ProcessorRunShape(environment);
    this.runId = runId;
    this.origin = new RunOrigin("WORKFLOW_RUN", runId, null);
    this.provided = provided;
  }

  /** What has been done so far, in order; steps that only lead on make no step run. */
  List<StepRun> stepRuns() {
    return List.copyOf(stepRuns);
  }

  /**
   * Does what a step does.
   *
   * @return where it leads
   * @throws StepFailure if the run ends here
   */
  List<Exit> run(Visit visit) {
    return switch (visit.type()) {
      case "TRIGGER", "COLLECT" -> List.of(Exit.all(visit));
      case "WEBHOOK_RESPONSE" -> List.of();
      case "PARSE" -> parse(visit);
      case "EXTRACT" -> extracted(visit, process(ProcessorKind.EXTRACT, visit, visit.config()));
      case "CONDITIONAL_EXTRACT" -> extracted(visit, extractByRule(visit));
      case "MERGE_EXTRACT" -> merge(visit);
      case "CLASSIFY" -> classify(visit);
      case "SPLIT" -> split(visit);
      case "CONDITIONAL" -> compare(visit);
      case "RULE_VALIDATION" -> validate(visit);
      case "EXTERNAL_DATA_VALIDATION" -> askOutside(visit);
      case "FILE_CONVERSION" -> convert(visit);
      default ->
          throw new StepFailure(
              "The embedded server does not run steps of the type "
                  + visit.type()
                  + ", such as "
                  + visit.name()
                  + ".");
    };
  }

  private List<Exit> parse(Visit visit) {
    JsonObject config =
        visit.config().object("parseConfig").map(Fields::toMap).orElse(new JsonObject());
    for (StoredFile file : visit.files()) {
      ParseRun run =
          parseRuns.start(
              file, ParseOptions.withDefaults(config), null, origin, Waiting.FOR_ANSWER);
      RunShape.Failure failure =
          RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.PARSE);
      add(visit, List.of(file), failure == null, run, null, null);
      requireNone(visit, failure);
    }
    return List.of(Exit.all(visit));
  }

  private List<Exit> classify(Visit visit) {
    JsonObject output = output(process(ProcessorKind.CLASSIFY, visit, visit.config()));
    StepValues values = visit.values().with(visit.name(), output.get("type"), output);
    return List.of(
        new Exit(visit.with(values), "classificationId", String.valueOf(output.get("id"))));
  }

  private List<Exit> split(Visit visit) {
    JsonObject output = output(process(ProcessorKind.SPLIT, visit, visit.config()));
    List<Exit> exits = new ArrayList<>();
    for (Fields split : Fields.ofBody(output).objects("splits")) {
      String classId = split.requireText("classificationId");
      StepValues values = visit.values().with(visit.name(), split.toMap().get("type"), output);
      environment
          .store()
          .files()
          .find(split.requireText("fileId"))
          .map(part -> new Visit(visit.step(), List.of(part), values, visit.extracted()))
          .ifPresent(part -> exits.add(new Exit(part, "classificationId", classId)));
    }
    return exits;
  }

  private List<Exit> extracted(Visit visit, ProcessorRun run) {
    JsonObject output = output(run);
    Object variable =
        run.config().containsKey("fields") ? valuesOfFields(output) : output.get("value");
    List<ProcessorRun> extracted = new ArrayList<>(visit.extracted());
    extracted.add(run);
    StepValues values = visit.values().with(visit.name(), variable, output);
    return List.of(
        Exit.all(new Visit(visit.step(), visit.files(), values, List.copyOf(extracted))));
  }

  private static JsonObject valuesOfFields(JsonObject output) {
    JsonObject values = new JsonObject();
    output.forEach(
        (name, field) ->
            values.put(name, field instanceof JsonObject one ? one.get("value") : null));
    return values;
  }

  private ProcessorRun extractByRule(Visit visit) {
    for (Fields rule : visit.config().objects("rules")) {
      try {
        Formula formula = Formula.parse(rule.requireText("formula"));
        if (formula.truths(visit.values()).stream().allMatch(Boolean::booleanValue)) {
          return process(ProcessorKind.EXTRACT, visit, rule);
        }
      } catch (FormulaException e) {
        throw new StepFailure("The step " + visit.name() + " cannot decide: " + e.getMessage());
      }
    }
    throw new StepFailure("The step " + visit.name() + " has no rule that holds.");
  }

  private List<Exit> merge(Visit visit) {
    List<ProcessorRun> runs = visit.extracted();
    if (runs.isEmpty()) {
      throw new StepFailure(
          "The step " + visit.name() + " has nothing to merge: no extract step leads to it.");
    }
    String order = visit.config().text("mergeOrder").orElse("confidence");
    List<Merging.Part> parts = new ArrayList<>();
    List<JsonObject> extractors = new ArrayList<>();
    for (ProcessorRun run : runs) {
      if (run.config().containsKey("fields")) {
        throw new StepFailure(
            "The step "
                + visit.name()
                + " cannot merge: the embedded server merges the outputs of extractors with a"
                + " \"schema\", not with \"fields\".");
      }
      Processor processor = run.processor();
      Version version = run.version();
      parts.add(new Merging.Part(processor == null ? "" : processor.saved().name(), output(run)));
      if (processor != null && version != null) {
        extractors.add(
            JsonObject.of("id", ProcessorShape.id(processor, ApiVersion.V2026_02_09))
                .with("versionId", ProcessorShape.id(processor, version, ApiVersion.V2026_02_09))
                .with("name", processor.saved().name()));
      }
    }
    JsonObject merged = Merging.merge(parts, order);
    ProcessorRun run =
        processorRuns.start(
            new ProcessorRuns.Task(
                ProcessorKind.EXTRACT,
                visit.files(),
                visit.files().size() > 1,
                new JsonObject(),
                null,
                null,
                merged),
            null,
            origin,
            Waiting.FOR_ANSWER);
    add(visit, visit.files(), true, null, run, JsonObject.of("mergedExtractors", extractors));
    StepValues values = visit.values().with(visit.name(), merged.get("value"), merged);
    return List.of(Exit.all(new Visit(visit.step(), visit.files(), values, List.of(run))));
  }

  private List<Exit> compare(Visit visit) {
    for (Fields condition : visit.config().objects("conditions")) {
      try {
        boolean holds =
            condition.requireText("type").equals("ELSE")
                || Conditions.holds(
                    condition.requireText("operation"),
                    visit.values().operand(condition.text("leftOperand").orElse(null)),
                    visit.values().operand(condition.text("rightOperand").orElse(null)));
        if (holds) {
          return List.of(new Exit(visit, "conditionId", condition.requireText("id")));
        }
      } catch (FormulaException e) {
        throw new StepFailure("The step " + visit.name() + " cannot decide: " + e.getMessage());
      }
    }
    return List.of();
  }

  private List<Exit> validate(Visit visit) {
    List<JsonObject> results = new ArrayList<>();
    boolean allPassed = true;
    for (Fields rule : visit.config().objects("rules")) {
      JsonObject result = ruleResult(rule, visit.values());
      allPassed &= Boolean.TRUE.equals(result.get("valid"));
      results.add(result);
    }
    JsonObject result = JsonObject.of("rules", results).with("allPassed", allPassed);
    add(visit, visit.files(), true, null, null, result);
    StepValues values = visit.values().with(visit.name(), allPassed, result);
    return List.of(new Exit(visit.with(values), "result", allPassed ? "pass" : "fail"));
  }

  private static JsonObject ruleResult(Fields rule, StepValues values) {
    JsonObject result = JsonObject.of("name", rule.requireText("name"));
    try {
      Formula formula = Formula.parse(rule.requireText("formula"));
      List<Boolean> truths = formula.truths(values);
      boolean valid = truths.stream().allMatch(Boolean::booleanValue);
      result.put("valid", valid);
      if (formula.isAboutList(values)) {
        result.put("validArray", truths);
      }
      if (!valid) {
        result.put("failureReason", "RULE_FAILED");
      }
    } catch (FormulaException e) {
      result
          .with("valid", false)
          .with("failureReason", e.reason().name())
          .with("error", e.getMessage());
    }
    return result;
  }

  private List<Exit> askOutside(Visit visit) {
    Fields config = visit.config();
    boolean exits = config.choice("failureBehavior", ON_FAILURE).filter("EXIT"::equals).isPresent();
    JsonObject known =
        JsonObject.of("workflowRunId", runId)
            .with("files", visit.files().stream().map(FileShape::summary).toList())
            .with("extractRuns", visit.extracted().stream().map(runShape::full).toList());
    try {
      JsonObject answer = ExternalCheck.ask(config.requireObject("requestOptions"), known);
      JsonObject result = JsonObject.of("response", answer);
      add(visit, visit.files(), true, null, null, result);
      StepValues values = visit.values().with(visit.name(), answer.get("data"), result);
      return List.of(Exit.all(visit.with(values)));
    } catch (IOException e) {
      add(visit, visit.files(), false, null, null, null);
      if (exits) {
        throw new StepFailure("The step " + visit.name() + " failed: " + e.getMessage());
      }
      JsonObject nothing = new JsonObject();
      return List.of(Exit.all(visit.with(visit.values().with(visit.name(), nothing, nothing))));
    }
  }

  private List<Exit> convert(Visit visit) {
    boolean goesOn =
        visit.config().choice("failureBehavior", ON_FAILURE).filter("CONTINUE"::equals).isPresent();
    List<StoredFile> converted = new ArrayList<>();
    for (StoredFile file : visit.files()) {
      try {
        converted.add(pdf(file));
      } catch (UnreadableDocumentException e) {
        if (!goesOn) {
          throw new StepFailure(
              "The step " + visit.name() + " failed with " + e.reason() + ": " + e.getMessage());
        }
        converted.add(file);
      }
    }
    return List.of(
        Exit.all(
            new Visit(visit.step(), List.copyOf(converted), visit.values(), visit.extracted())));
  }

  private StoredFile pdf(StoredFile file) throws UnreadableDocumentException {
    if (file.type() == FileType.PDF) {
      return file;
    }
    StoredFile pdf =
        environment
            .documents()
            .within(
                budget ->
                    PdfConversion.converted(file, environment.newKey(), environment.now(), budget));
    environment.store().files().put(pdf.key(), pdf);
    return pdf;
  }

  private ProcessorRun process(ProcessorKind kind, Visit visit, Fields config) {
    List<StoredFile> files = visit.files();
    if (kind != ProcessorKind.EXTRACT && files.size() > 1) {
      throw new StepFailure(
          "The step " + visit.name() + " takes one file, but it has " + files.size() + ".");
    }
    ProcessorRun run =
        processorRuns.start(task(kind, visit, config), null, origin, Waiting.FOR_ANSWER);
    RunShape.Failure failure =
        RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.PROCESSOR);
    add(visit, files, failure == null, null, run, null);
    requireNone(visit, failure);
    return run;
  }

  private ProcessorRuns.Task task(ProcessorKind kind, Visit visit, Fields config) {
    List<StoredFile> files = visit.files();
    boolean several = files.size() > 1;
    if (config.has(kind.noun())) {
      Fields reference = config.requireObject(kind.noun());
      Processor processor = processors.require(kind, reference.requireText("id"));
      Version version = Processors.version(processor, reference.text("version").orElse("latest"));
      JsonObject known = provided.get(processor.saved().key());
      return new ProcessorRuns.Task(
          kind, files, several, version.content(), processor, version, known);
    }
    if (config.has(kind.noun() + "Config")) {
      JsonObject inline = config.requireObject(kind.noun() + "Config").toMap();
      return new ProcessorRuns.Task(kind, files, several, inline, null, null, null);
    }
    throw new StepFailure(
        "The step " + visit.name() + " has neither a " + kind.noun() + " nor its own config.");
  }

  private JsonObject output(ProcessorRun run) {
    Output output = run.progress().result(environment.now());
    return Objects.requireNonNull(output, "a run that did not fail has an output").value();
  }

  private void add(
      Visit visit,
      List<StoredFile> files,
      boolean succeeded,
      @Nullable ParseRun parseRun,
      @Nullable ProcessorRun processorRun,
      @Nullable JsonObject details) {
    stepRuns.add(
        new StepRun(
            environment.newKey(),
            environment.newKey(),
            visit.name(),
            visit.type(),
            succeeded ? "PROCESSED" : "FAILED",
            files,
            parseRun,
            processorRun,
            details));
  }

  private static void requireNone(Visit visit, RunShape.@Nullable Failure failure) {
    if (failure != null) {
      throw new StepFailure(
          "The step "
              + visit.name()
              + " failed with "
              + failure.reason()
              + ": "
              + failure.message());
    }
  }
}
