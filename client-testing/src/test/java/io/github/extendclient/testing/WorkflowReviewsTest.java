package io.github.extendclient.testing;

import static io.github.extendclient.testing.SampleWorkflows.passing;
import static io.github.extendclient.testing.SampleWorkflows.step;
import static io.github.extendclient.testing.SampleWorkflows.stepNames;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workflow runs that wait for a review. */
final class WorkflowReviewsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();
  private final SampleWorkflows workflows = new SampleWorkflows(fixture);

  @Test
  void anApprovalEndsTheRun() {
    String id = waitingForReview();

    assertThat(run(id).text("status")).isEqualTo("NEEDS_REVIEW");
    fixture.server.approveReview(id);
    assertThat(run(id).text("status")).isEqualTo("PROCESSED");
  }

  @Test
  void aRejectionEndsTheRunAndIsShownWithItsNote() {
    String id = waitingForReview();

    fixture.server.rejectReview(id, "illegible");

    assertThat(run(id).text("status")).isEqualTo("REJECTED");
    assertThat(run(id).text("rejectionNote")).isEqualTo("illegible");
  }

  @Test
  void correctingAllOutputsEndsTheReviewInThePreviousVersion() {
    String id = waitingForReview();
    String output = fixture.legacy.get("/workflow_runs/" + id).text("workflowRun.outputs[0].id");

    TestClient.Response corrected =
        fixture.legacy.post(
            "/workflow_runs/" + id + "/outputs/" + output,
            "{'reviewedOutput': {'value': {'total': '7'}}}");

    assertThat(corrected.text("workflowRun.outputs[0].output.value.total")).isEqualTo("7");
    assertThat(corrected.text("workflowRun.outputs[0].initialOutput.value.total")).isEqualTo("5");
    assertThat(run(id).text("status")).isEqualTo("PROCESSED");
  }

  @Test
  void stepsAfterAReviewWaitForItsApproval() {
    String id =
        workflows
            .run(
                workflows.parsing(
                    step("HUMAN_REVIEW", "h", "{}", "v"),
                    passing("v", "{'step': 'h2', 'result': 'pass'}"),
                    step("HUMAN_REVIEW", "h2", "{}", "w"),
                    passing("w")),
                "Total: 5")
            .text("id");

    assertThat(stepNames(run(id))).containsExactly("p");
    fixture.server.approveReview(id);
    assertThat(run(id).text("status")).isEqualTo("NEEDS_REVIEW");
    assertThat(stepNames(run(id))).containsExactly("p", "v");
    fixture.server.approveReview(id);
    assertThat(run(id).text("status")).isEqualTo("PROCESSED");
    assertThat(stepNames(run(id))).containsExactly("p", "v", "w");
  }

  @Test
  void stepsAfterARejectedReviewDoNotRun() {
    String workflow = workflows.parsing(step("HUMAN_REVIEW", "h", "{}", "v"), passing("v"));
    String id = workflows.run(workflow, "a").text("id");

    fixture.server.rejectReview(id, "no");

    assertThat(stepNames(run(id))).containsExactly("p");
  }

  @Test
  void aRunThatDoesNotWaitForAReviewCannotBeApproved() {
    String id = workflows.run(workflows.parsing(passing("v")), "a").text("id");

    assertThatThrownBy(() -> fixture.server.approveReview(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the workflow run "
                + id
                + " does not wait for a review: its status is PROCESSED, not NEEDS_REVIEW");
  }

  @Test
  void aReviewIsDecidedOnceWhenManyThreadsApproveIt() {
    String workflow = workflows.parsing(step("HUMAN_REVIEW", "h", "{}", "v"), passing("v"));
    String id = workflows.run(workflow, "a").text("id");

    long approvals =
        IntStream.range(0, 8)
            .parallel()
            .filter(
                thread -> {
                  try {
                    fixture.server.approveReview(id);
                    return true;
                  } catch (IllegalStateException e) {
                    return false;
                  }
                })
            .count();

    assertThat(approvals).isOne();
    assertThat(stepNames(run(id))).containsExactly("p", "v");
  }

  @Test
  void anUnknownRunCannotBeApproved() {
    assertThatThrownBy(() -> fixture.server.approveReview("workflow_run_x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no workflow run with the ID workflow_run_x");
  }

  private String waitingForReview() {
    return workflows.run(workflows.reviewing(), "Total: 5").text("id");
  }

  private TestClient.Response run(String id) {
    return fixture.current.get("/workflow_runs/" + id);
  }
}
