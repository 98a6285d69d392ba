package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.engine.PdfConverter;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseOptions;
import io.github.extendclient.testing.internal.parse.ParseRuns;
import io.github.extendclient.testing.internal.processor.ProcessorRuns;
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.ParseRun;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepFailedException;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepInput;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does what each kind of step does, for one workflow run. */
final class WorkflowSteps {
  /** The choices for what a failed step does to its run. */
  static final Set<String> ON_FAILURE = Set.of("CONTINUE", "EXIT");

  private final Environment environment;
  private final ParseRuns parseRuns;
  private final RunOrigin origin;
  private final StepRuns stepRuns;
  private final ProcessorSteps processorSteps;
  private final DecisionSteps decisionSteps;

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
    this.parseRuns = parseRuns;
    this.origin = new RunOrigin("WORKFLOW_RUN", runId, null);
    this.stepRuns = new StepRuns(environment);
    this.processorSteps =
        new ProcessorSteps(environment, processors, processorRuns, origin, stepRuns, provided);
    this.decisionSteps = new DecisionSteps(environment, runId, stepRuns);
  }

  /** The step runs so far, in order; triggers and collects have none. */
  List<StepRun> stepRuns() {
    return stepRuns.all();
  }

  /**
   * Runs one step.
   *
   * @return where it leads
   * @throws StepFailedException if the run ends here
   */
  List<Transition> run(StepInput visit) {
    return switch (visit.type()) {
      case "TRIGGER", "COLLECT" -> List.of(Transition.all(visit));
      case "WEBHOOK_RESPONSE" -> List.of();
      case "PARSE" -> parse(visit);
      case "EXTRACT" -> processorSteps.extract(visit);
      case "CONDITIONAL_EXTRACT" -> processorSteps.extractByRule(visit);
      case "MERGE_EXTRACT" -> processorSteps.merge(visit);
      case "CLASSIFY" -> processorSteps.classify(visit);
      case "SPLIT" -> processorSteps.split(visit);
      case "CONDITIONAL" -> decisionSteps.compare(visit);
      case "RULE_VALIDATION" -> decisionSteps.validate(visit);
      case "EXTERNAL_DATA_VALIDATION" -> decisionSteps.validateExternally(visit);
      case "FILE_CONVERSION" -> convert(visit);
      default ->
          throw new StepFailedException(
              "The embedded server does not run steps of the type "
                  + visit.type()
                  + ", such as "
                  + visit.name()
                  + ".");
    };
  }

  private List<Transition> parse(StepInput visit) {
    JsonObject config =
        visit.config().object("parseConfig").map(Fields::toMap).orElse(new JsonObject());
    for (StoredFile file : visit.files()) {
      ParseRun run =
          parseRuns.start(
              file, ParseOptions.withDefaults(config), null, origin, RunStart.SYNCHRONOUS);
      RunShape.Failure failure =
          RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.PARSE);
      stepRuns.add(visit, List.of(file), failure == null, run, null, null);
      StepRuns.requireSuccess(visit, failure);
    }
    return List.of(Transition.all(visit));
  }

  private List<Transition> convert(StepInput visit) {
    boolean goesOn =
        visit.config().choice("failureBehavior", ON_FAILURE).filter("CONTINUE"::equals).isPresent();
    List<StoredFile> converted = new ArrayList<>();
    for (StoredFile file : visit.files()) {
      try {
        converted.add(pdf(file));
      } catch (RunFailedException e) {
        if (!goesOn) {
          throw new StepFailedException(
              "The step " + visit.name() + " failed with " + e.reason() + ": " + e.getMessage());
        }
        converted.add(file);
      }
    }
    return List.of(
        Transition.all(
            new StepInput(
                visit.step(), List.copyOf(converted), visit.values(), visit.extracted())));
  }

  private StoredFile pdf(StoredFile file) throws RunFailedException {
    if (file.type() == FileType.PDF) {
      return file;
    }
    StoredFile pdf =
        environment
            .documents()
            .within(
                budget ->
                    PdfConverter.converted(file, environment.newKey(), environment.now(), budget));
    environment.store().files().put(pdf.key(), pdf);
    return pdf;
  }
}
