package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.attempt.AttemptListener;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.v20260209.api.FilesApi;
import org.junit.jupiter.api.Test;

/** The code of docs/observability.md that needs no further library. */
class ObservabilityPageTest extends PageTest {
  @Test
  void everyAttempt() {
    server.faults().next("GET /files", Fault.status(503).retryAfter("0"));
    // region listener
    AttemptListener listener =
        event ->
            out.println(
                event.operationId()
                    + " attempt "
                    + event.attempt()
                    + ": "
                    + (event.status() == null ? event.failure() : event.status())
                    + (event.nextIn() == null
                        ? ""
                        : ", again in " + event.nextIn().toMillis() + " ms"));
    try (ExtendClient extend = client().attemptListener(listener).build()) {
      extend.files().list(FilesApi.ListParams.builder().build());
    }
    // endregion

    assertThat(printed().replaceAll("in \\d+ ms", "in N ms"))
        .isEqualTo(
            """
            files_list attempt 1: 503, again in N ms
            files_list attempt 2: 200
            """);
  }
}
