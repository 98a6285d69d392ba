package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.formula.Conditions;
import io.github.extendclient.testing.internal.formula.Formula;
import io.github.extendclient.testing.internal.formula.FormulaException;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.processor.ProcessorRunShape;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepFailedException;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepInput;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.Transition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The steps of a workflow run that compare and validate values. */
final class DecisionSteps {
  private final ProcessorRunShape runShape;
  private final String runId;
  private final StepRuns stepRuns;

  DecisionSteps(Environment environment, String runId, StepRuns stepRuns) {
    this.runShape = new ProcessorRunShape(environment);
    this.runId = runId;
    this.stepRuns = stepRuns;
  }

  List<Transition> compare(StepInput visit) {
    for (Fields condition : visit.config().objects("conditions")) {
      try {
        boolean holds =
            condition.requireText("type").equals("ELSE")
                || Conditions.holds(
                    condition.requireText("operation"),
                    visit.values().operand(condition.text("leftOperand").orElse(null)),
                    visit.values().operand(condition.text("rightOperand").orElse(null)));
        if (holds) {
          return List.of(new Transition(visit, "conditionId", condition.requireText("id")));
        }
      } catch (FormulaException e) {
        throw new StepFailedException(
            "The step " + visit.name() + " cannot decide: " + e.getMessage());
      }
    }
    return List.of();
  }

  List<Transition> validate(StepInput visit) {
    List<JsonObject> results = new ArrayList<>();
    boolean allPassed = true;
    for (Fields rule : visit.config().objects("rules")) {
      JsonObject result = ruleResult(rule, visit.values());
      allPassed &= Boolean.TRUE.equals(result.get("valid"));
      results.add(result);
    }
    JsonObject result = JsonObject.of("rules", results).with("allPassed", allPassed);
    stepRuns.add(visit, visit.files(), true, null, null, result);
    StepValues values = visit.values().with(visit.name(), allPassed, result);
    return List.of(new Transition(visit.with(values), "result", allPassed ? "pass" : "fail"));
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

  /** Sends the run's files and extract runs to the URL of the step, and keeps the response. */
  List<Transition> validateExternally(StepInput visit) {
    Fields config = visit.config();
    boolean exits =
        config
            .choice("failureBehavior", WorkflowSteps.ON_FAILURE)
            .filter("EXIT"::equals)
            .isPresent();
    JsonObject known =
        JsonObject.of("workflowRunId", runId)
            .with("files", visit.files().stream().map(FileShape::summary).toList())
            .with("extractRuns", visit.extracted().stream().map(runShape::full).toList());
    try {
      JsonObject response = ExternalValidation.send(config.requireObject("requestOptions"), known);
      JsonObject result = JsonObject.of("response", response);
      stepRuns.add(visit, visit.files(), true, null, null, result);
      StepValues values = visit.values().with(visit.name(), response.get("data"), result);
      return List.of(Transition.all(visit.with(values)));
    } catch (IOException e) {
      stepRuns.add(visit, visit.files(), false, null, null, null);
      if (exits) {
        throw new StepFailedException("The step " + visit.name() + " failed: " + e.getMessage());
      }
      JsonObject nothing = new JsonObject();
      return List.of(
          Transition.all(visit.with(visit.values().with(visit.name(), nothing, nothing))));
    }
  }
}
