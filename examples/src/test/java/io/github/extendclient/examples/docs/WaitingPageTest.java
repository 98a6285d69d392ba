package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.Poller;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.model.BatchInput;
import io.github.extendclient.v20260209.model.BatchRun;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateBatchRequest;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.RunStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The code of docs/waiting.md. */
class WaitingPageTest extends PageTest {
  private FileFromId file() {
    byte[] content = "Invoice\nTotal: 5".getBytes(StandardCharsets.UTF_8);
    return FileFromId.of(extend.files().upload(Upload.of("invoice.txt", content)).getId());
  }

  @Test
  void aRunThatExists() {
    String id = extend.parseRuns().create(ParseRunCreateRequest.of(file())).getId();
    // region poll
    Poller poller = Poller.upTo(Duration.ofMinutes(10));
    ParseRun run = extend.parseRuns().poll(id, poller);
    CompletableFuture<ParseRun> later = extend.parseRuns().pollAsync(id, poller);
    // endregion

    assertThat(run.getStatus()).isEqualTo(RunStatus.PROCESSED);
    assertThat(later.join()).isEqualTo(run);
  }

  @Test
  void aBatch() {
    Poller poller = Poller.upTo(Duration.ofMinutes(10));
    String id =
        extend
            .parseRuns()
            .createBatch(ParseRunCreateBatchRequest.of(List.of(BatchInput.of(file()))))
            .getId();
    // region batch
    BatchRun batch = poller.await(id, extend.batchRuns()::retrieve);
    // endregion

    assertThat(batch.isPending()).isFalse();
  }
}
