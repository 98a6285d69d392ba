package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.Poller;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.api.WorkflowRunsApi;
import io.github.extendclient.v20260209.model.DocumentInput;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractStepConfig;
import io.github.extendclient.v20260209.model.ExtractStepDefinition;
import io.github.extendclient.v20260209.model.ExtractStepResult;
import io.github.extendclient.v20260209.model.ExtractStepRun;
import io.github.extendclient.v20260209.model.FileFromText;
import io.github.extendclient.v20260209.model.HumanReviewStepDefinition;
import io.github.extendclient.v20260209.model.InlineExtractConfig;
import io.github.extendclient.v20260209.model.ParseStepDefinition;
import io.github.extendclient.v20260209.model.SimpleNextEntry;
import io.github.extendclient.v20260209.model.StepRun;
import io.github.extendclient.v20260209.model.TriggerStepDefinition;
import io.github.extendclient.v20260209.model.Workflow;
import io.github.extendclient.v20260209.model.WorkflowCreateRequest;
import io.github.extendclient.v20260209.model.WorkflowReference;
import io.github.extendclient.v20260209.model.WorkflowRun;
import io.github.extendclient.v20260209.model.WorkflowRunCreateRequest;
import io.github.extendclient.v20260209.model.WorkflowRunStatus;
import io.github.extendclient.v20260209.model.WorkflowRunSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/workflows.md. */
class WorkflowsPageTest extends PageTest {
  private static final String SCHEMA =
      """
      {
        "type": "object",
        "properties": {"total": {"type": ["string", "null"]}},
        "required": ["total"],
        "additionalProperties": false
      }
      """;

  @Test
  void runsADocumentThroughAWorkflow() {
    WorkflowRun run = run(workflow(false), FileFromText.builder().text("Total: 5").build());
    print(run);

    assertThat(printed()).isEqualTo("{total=\"5\"}\n");
    assertThat(run.getMetadata()).containsEntry("customer", JsonValue.of("acme"));
  }

  @Test
  void aReviewEndsThePoll() {
    WorkflowRun run = run(workflow(true), FileFromText.builder().text("Total: 5").build());
    print(run);

    assertThat(run.getStatus()).isEqualTo(WorkflowRunStatus.NEEDS_REVIEW);
    assertThat(printed()).isEqualTo("to be reviewed: " + run.getDashboardUrl() + "\n");
    // region review
    server.approveReview(run.getId());
    // endregion
    assertThat(extend.workflowRuns().retrieve(run.getId()).getStatus())
        .isEqualTo(WorkflowRunStatus.PROCESSED);
  }

  // region run
  WorkflowRun run(String workflowId, DocumentInput file) {
    WorkflowRunCreateRequest request =
        WorkflowRunCreateRequest.builder()
            .workflow(WorkflowReference.builder().id(workflowId).build())
            .file(file)
            .metadata(Map.of("customer", JsonValue.of("acme")))
            .build();
    return extend.workflowRuns().createAndPoll(request, Poller.upTo(Duration.ofHours(1)));
  }

  // endregion

  // region read
  void print(WorkflowRun run) {
    WorkflowRunStatus status = run.getStatus();
    if (status.equals(WorkflowRunStatus.NEEDS_REVIEW)) {
      out.println("to be reviewed: " + run.getDashboardUrl());
    } else if (status.equals(WorkflowRunStatus.PROCESSED)) {
      for (StepRun step : run.getStepRuns()) {
        if (step instanceof ExtractStepRun extracted) {
          print(extracted.getResult());
        }
      }
    } else {
      out.println(status + ": " + run.getFailureReason());
    }
  }

  void print(ExtractStepResult result) {
    if (result.getExtractRun().getOutput() instanceof ExtractOutputJson output) {
      out.println(output.getValue());
    }
  }

  // endregion

  @Test
  void listsWhatNeedsReview() {
    String id = run(workflow(true), FileFromText.builder().text("Total: 5").build()).getId();
    // region list
    WorkflowRunsApi.ListParams waiting =
        WorkflowRunsApi.ListParams.builder()
            .status(WorkflowRunStatus.NEEDS_REVIEW)
            .maxPageSize(100)
            .build();
    for (WorkflowRunSummary run : extend.pages(extend.workflowRuns()::list, waiting)) {
      out.println(run.getId());
    }
    // endregion

    assertThat(printed()).isEqualTo(id + "\n");
  }

  private String workflow(boolean reviewed) {
    // region create
    WorkflowCreateRequest request =
        WorkflowCreateRequest.builder()
            .name("Invoices")
            .steps(
                List.of(
                    TriggerStepDefinition.builder().name("start").next(to("parse")).build(),
                    ParseStepDefinition.builder().name("parse").next(to("extract")).build(),
                    ExtractStepDefinition.builder()
                        .name("extract")
                        .config(
                            ExtractStepConfig.builder()
                                .extractorConfig(
                                    InlineExtractConfig.builder()
                                        .schema(JsonValue.ofJson(SCHEMA).asObject())
                                        .build())
                                .build())
                        .next(reviewed ? to("review") : List.of())
                        .build(),
                    HumanReviewStepDefinition.builder().name("review").build()))
            .build();
    Workflow workflow = extend.workflows().create(request);
    // endregion
    return workflow.getId();
  }

  // region next
  private static List<SimpleNextEntry> to(String step) {
    return List.of(SimpleNextEntry.builder().step(step).build());
  }
  // endregion
}
