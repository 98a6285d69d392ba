package io.github.extendclient.testing;

import static io.github.extendclient.testing.SampleWorkflows.passing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workflows that are rejected, or not deployed. */
final class WorkflowDefinitionsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  private final SampleWorkflows workflows = new SampleWorkflows(fixture);

  @Test
  void rulesWithoutADefaultAreRejected() {
    assertThat(
            rejection(
                "{'type': 'CONDITIONAL_EXTRACT', 'name': 'x', 'config': {'rules': [{'formula':"
                    + " 'c = 1', 'extractor': {'id': 'ex_a', 'version': 'draft'}}]}}"))
        .isEqualTo("The last formula of \"steps[0].config.rules\" must be TRUE.");
  }

  @Test
  void aNextStepOfAnUnknownConditionIsRejected() {
    assertThat(
            rejection(
                "{'type': 'CONDITIONAL', 'name': 'c', 'config': {'conditions': [{'id': 'a', 'type':"
                    + " 'ELSE'}]}, 'next': [{'step': 'c', 'conditionId': 'b'}]}"))
        .isEqualTo(
            "The property \"steps[0].next[0].conditionId\" must name a condition of the step, but"
                + " there is no condition b.");
  }

  @Test
  void anUnknownNextStepIsRejected() {
    assertThat(rejection("{'type': 'TRIGGER', 'name': 't', 'next': [{'step': 'z'}]}"))
        .isEqualTo(
            "The property \"steps[0].next[0].step\" must name a step of the workflow, but there is"
                + " no step z.");
  }

  @Test
  void twoStepsOfOneNameAreRejected() {
    assertThat(rejection(passing("v") + ", " + passing("v")))
        .isEqualTo("The property \"steps[1].name\" must be unique, but two steps are v.");
  }

  @Test
  void aDraftWithAnUnconfiguredStepIsNotDeployed() {
    String workflow = workflows.parsing("{'type': 'RULE_VALIDATION', 'name': 'v'}");

    TestClient.Response response =
        fixture.current.post("/workflows/" + workflow + "/versions", "{'name': 'first'}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("message"))
        .isEqualTo(
            "The step v cannot be deployed: the property \"steps[2].config\" is required, but it"
                + " is missing.");
  }

  private String rejection(String steps) {
    return fixture
        .current
        .post("/workflows", "{'name': 'W', 'steps': [" + steps + "]}")
        .text("message");
  }
}
