package io.github.extendclient.testing;

import static io.github.extendclient.testing.SampleWorkflows.extracting;
import static io.github.extendclient.testing.SampleWorkflows.passing;
import static io.github.extendclient.testing.SampleWorkflows.step;
import static io.github.extendclient.testing.SampleWorkflows.stepNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps of a workflow that compare values, and validate them by rules. */
final class DecisionStepsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  private final SampleWorkflows workflows = new SampleWorkflows(fixture);

  @Test
  void aConditionChoosesTheNextStep() {
    String conditions =
        "{'conditions': [{'id': 'high', 'type': 'IF', 'operation': 'GTE', 'leftOperand':"
            + " '{{x.output.value.total}}', 'rightOperand': '100'}, {'id': 'named', 'type':"
            + " 'ELSE_IF', 'operation': 'CONTAINS', 'leftOperand': 'by {{x.output.value.vendor}}',"
            + " 'rightOperand': 'by Ada'}, {'id': 'marked', 'type': 'ELSE_IF', 'operation':"
            + " 'EQUALS', 'leftOperand': '{{metadata.mark}}', 'rightOperand': '7'}, {'id':"
            + " 'nameless', 'type': 'ELSE_IF', 'operation': 'IS_NULL', 'leftOperand':"
            + " '{{x.output.value.vendor}}'}, {'id': 'rest', 'type': 'ELSE'}]}";
    String routes =
        route("high") + route("named") + route("marked") + route("nameless") + route("rest");
    String workflow =
        workflows.parsing(
            step("EXTRACT", "x", extracting("total", "number", "vendor", "string"), "c"),
            "{'type': 'CONDITIONAL', 'name': 'c', 'config': "
                + conditions
                + ", 'next': ["
                + routes.substring(1)
                + "]}",
            passing("high"),
            passing("named"),
            passing("marked"),
            passing("nameless"),
            passing("rest"));

    assertThat(lastStep(workflow, "Total: 100\\nVendor: Bob", "{}")).isEqualTo("high");
    assertThat(lastStep(workflow, "Total: 5\\nVendor: Ada", "{}")).isEqualTo("named");
    assertThat(lastStep(workflow, "Total: 5\\nVendor: Bob", "{'mark': 7}")).isEqualTo("marked");
    assertThat(lastStep(workflow, "Total: 5", "{}")).isEqualTo("nameless");
    assertThat(lastStep(workflow, "Total: 5\\nVendor: Bob", "{}")).isEqualTo("rest");
  }

  @Test
  void aRunFailsIfAnOperandNamesAStepThatDidNotRun() {
    String workflow =
        workflows.parsing(
            "{'type': 'CONDITIONAL', 'name': 'c', 'config': {'conditions': [{'id': 'a', 'type':"
                + " 'IF', 'operation': 'IS_NULL', 'leftOperand': '{{y.output.value}}'}]}}");

    assertThat(workflows.run(workflow, "a").text("failureMessage"))
        .isEqualTo(
            "The step c cannot decide: There is no variable y.output.value: before this step there"
                + " are metadata.");
  }

  @Test
  void rulesAreEvaluatedAndChooseTheNextStep() {
    String rules =
        "{'rules': [{'name': 'sum', 'formula': 'x.total = x.net + 10'}, {'name': 'list', 'formula':"
            + " 'x.total > x.net'}, {'name': 'broken', 'formula': 'x.total ='}, {'name':"
            + " 'unknown', 'formula': 'y.total = 1'}]}";
    String workflow =
        workflows.parsing(
            step("EXTRACT", "x", extracting("total", "number", "net", "number"), "v"),
            "{'type': 'RULE_VALIDATION', 'name': 'v', 'config': "
                + rules
                + ", 'next': [{'step': 'p1', 'result': 'pass'}, {'step': 'f1', 'result':"
                + " 'fail'}]}",
            passing("p1"),
            passing("f1"));

    TestClient.Response run = workflows.run(workflow, "Total: 11\\nNet: 100");

    assertThat(run.at("stepRuns[2].result"))
        .isEqualTo(
            Map.of(
                "allPassed",
                false,
                "rules",
                List.of(
                    Map.of("name", "sum", "valid", false, "failureReason", "RULE_FAILED"),
                    Map.of("name", "list", "valid", false, "failureReason", "RULE_FAILED"),
                    Map.of(
                        "name",
                        "broken",
                        "valid",
                        false,
                        "failureReason",
                        "PARSE_ERROR",
                        "error",
                        "The formula is incomplete: a value is missing at its end."),
                    Map.of(
                        "name",
                        "unknown",
                        "valid",
                        false,
                        "failureReason",
                        "VALUE_ERROR",
                        "error",
                        "There is no variable y.total: before this step there are metadata, x."))));
    assertThat(run.text("stepRuns[3].step.name")).isEqualTo("f1");
    assertThat(run.text("status")).isEqualTo("PROCESSED");
  }

  @Test
  void aRuleOverAListHasAResultForEachItem() {
    String schema =
        "{'type': 'object', 'properties': {'items': {'type': 'array', 'items': {'type': 'object',"
            + " 'properties': {'amount': {'type': ['number', 'null']}}, 'required': ['amount'],"
            + " 'additionalProperties': false}}}, 'required': ['items'], 'additionalProperties':"
            + " false}";
    String workflow =
        workflows.parsing(
            "{'type': 'EXTRACT', 'name': 'x', 'config': {'extractorConfig': {'schema': "
                + schema
                + "}}, 'next': [{'step': 'v'}]}",
            "{'type': 'RULE_VALIDATION', 'name': 'v', 'config': {'rules': [{'name': 'r',"
                + " 'formula': 'x.items.amount > 3'}]}}");

    TestClient.Response run = workflows.run(workflow, "| Amount | Name |\\n| 5 | a |\\n| 2 | b |");

    assertThat(run.at("stepRuns[2].result.rules[0].validArray")).isEqualTo(List.of(true, false));
    assertThat(run.at("stepRuns[2].result.rules[0].valid")).isEqualTo(false);
  }

  private static String route(String name) {
    return ",{'step': '" + name + "', 'conditionId': '" + name + "'}";
  }

  private String lastStep(String workflow, String text, String metadata) {
    List<String> names = stepNames(workflows.run(workflow, text, metadata));
    return names.get(names.size() - 1);
  }
}
