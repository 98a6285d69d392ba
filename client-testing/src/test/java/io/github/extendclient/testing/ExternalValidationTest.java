package io.github.extendclient.testing;

import static io.github.extendclient.testing.SampleWorkflows.extracting;
import static io.github.extendclient.testing.SampleWorkflows.passing;
import static io.github.extendclient.testing.SampleWorkflows.step;
import static org.assertj.core.api.Assertions.assertThat;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps of a workflow that validate with another system. */
final class ExternalValidationTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  private final SampleWorkflows workflows = new SampleWorkflows(fixture);

  @Test
  void theRequestIsSentAndItsResponseIsKept() throws Exception {
    try (MockWebServer system = new MockWebServer()) {
      system.start();
      system.enqueue(new MockResponse.Builder().body("{\"vendor\": {\"known\": true}}").build());
      String workflow =
          workflows.parsing(
              step("EXTRACT", "x", extracting("total", "number", "vendor", "string"), "e"),
              external(system.url("/check").toString(), "EXIT", "POST"),
              "{'type': 'RULE_VALIDATION', 'name': 'v', 'config': {'rules': [{'name': 'r',"
                  + " 'formula': 'e.vendor.known'}]}}");

      TestClient.Response run = workflows.run(workflow, "Total: 5");

      RecordedRequest request = system.takeRequest();
      assertThat(request.getHeaders().get("x-mine")).isEqualTo("1");
      assertThat(request.getBody().utf8()).contains("\"total\":5", run.text("id"));
      assertThat(run.at("stepRuns[2].result.response.status")).isEqualTo(200L);
      assertThat(run.at("stepRuns[2].result.response.data.vendor.known")).isEqualTo(true);
      assertThat(run.at("stepRuns[3].result.allPassed")).isEqualTo(true);
    }
  }

  @Test
  void noRequestIsSentBeyondThisMachineAndTheRunContinues() {
    String workflow =
        workflows.parsing(external("https://example.com/check", "CONTINUE", "GET"), passing("v"));

    TestClient.Response run = workflows.run(workflow, "a");

    assertThat(run.text("status")).isEqualTo("PROCESSED");
    assertThat(run.text("stepRuns[1].status")).isEqualTo("FAILED");
    assertThat(run.at("stepRuns[1].result")).isNull();
    assertThat(run.text("stepRuns[2].step.name")).isEqualTo("v");
  }

  @Test
  void aFailedRequestFailsTheRunIfTheStepSaysExit() throws Exception {
    try (MockWebServer system = new MockWebServer()) {
      system.start();
      system.enqueue(new MockResponse.Builder().code(503).build());
      String url = system.url("/check").toString();

      TestClient.Response run =
          workflows.run(workflows.parsing(external(url, "EXIT", "GET"), passing("v")), "a");

      assertThat(run.text("status")).isEqualTo("FAILED");
      assertThat(run.text("failureMessage"))
          .isEqualTo("The step e failed: The request to " + url + " failed: its status is 503.");
    }
  }

  private static String external(String url, String onFailure, String method) {
    return step(
        "EXTERNAL_DATA_VALIDATION",
        "e",
        "{'requestOptions': {'url': '"
            + url
            + "', 'method': '"
            + method
            + "', 'headers': {'x-mine': '1'}}, 'failureBehavior': '"
            + onFailure
            + "'}",
        "v");
  }
}
