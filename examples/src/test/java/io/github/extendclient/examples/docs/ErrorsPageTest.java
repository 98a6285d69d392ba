package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.CallOptions;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.PollingTimeoutException;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.v20260209.model.FileFromUrl;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The code of docs/errors.md. */
class ErrorsPageTest extends PageTest {
  private final ParseRunCreateRequest request =
      ParseRunCreateRequest.builder()
          .file(FileFromUrl.builder().url("https://example.com/invoice.pdf").build())
          .build();

  @Test
  void whatTheServerSays() {
    // region catch
    try {
      extend.parseRuns().retrieve("pr_unknown");
    } catch (NotFoundException e) {
      out.println("gone: " + e.getMessage());
    } catch (ApiException e) {
      out.println(e.status() + " " + e.code() + ", tell support " + e.requestId());
    } catch (ExtendException e) {
      out.println("no response: " + e.getMessage());
    }
    // endregion

    assertThat(printed()).startsWith("gone: GET /parse_runs/{id} returned 404");
  }

  @Test
  void whatMayHaveBeenDone() {
    server.faults().next("POST /parse_runs", Fault.dropAt(Stage.RESPONSE_START));
    // region lost
    try {
      extend.parseRuns().create(request);
    } catch (ExtendException e) {
      if (e.mayHaveBeenAccepted()) {
        out.println("Look at the list of runs before you send this again.");
      } else {
        throw e;
      }
    }
    // endregion

    assertThat(printed()).startsWith("Look at");
    assertThat(server.acceptedCount("POST /parse_runs")).isOne();
  }

  @Test
  void aPollThatTakesTooLongKeepsTheRun() {
    server.faults().rate("GET /parse_runs/{id}", 1, Fault.delay(Duration.ofSeconds(20)));
    // region poll
    try {
      extend.parseRuns().createAndPoll(request, Poller.upTo(Duration.ofMillis(300)));
    } catch (PollingTimeoutException e) {
      out.println("continues at the server: " + e.runId());
    }
    // endregion

    server.faults().clear();
    assertThat(printed()).startsWith("continues at the server: pr_");
  }

  @Test
  void optionsOfSomeCalls() {
    // region options
    ExtendClient patient =
        extend.withOptions(
            CallOptions.builder()
                .deadline(Duration.ofMinutes(20))
                .maxAttempts(5)
                .idPolicy(IdPolicy.LENIENT)
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .build());
    ParseRun run = patient.parseRuns().create(request);
    // endregion

    assertThat(run.getId()).startsWith("pr_");
    assertThat(server.requests().get(0).header("traceparent")).startsWith("00-4bf92f");
  }
}
