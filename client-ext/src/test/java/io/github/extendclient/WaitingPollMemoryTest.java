package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testsupport.ManualTimeline;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The memory of many runs that are polled at once. */
@Timeout(120)
class WaitingPollMemoryTest extends ClientFixture {
  private static final int POLLS = 1_000;
  private static final int BYTES_OF_A_POLL = 2_500;
  private static final ParseRunCreateRequest REQUEST =
      ParseRunCreateRequest.builder().file(FileFromId.builder().id("file_1").build()).build();
  private static final String PENDING =
      "{\"id\":\"pr_1\",\"status\":\"PROCESSING\",\"failureMessage\":\"%s\"}"
          .formatted("x".repeat(100_000));

  private final ManualTimeline stopped = new ManualTimeline();
  private final List<CompletableFuture<ParseRun>> polls = new ArrayList<>(2 * POLLS);

  @Override
  ExtendClientBuilder builder() {
    return super.builder().maxConcurrentRequests(4);
  }

  @Test
  void aWaitingPollHoldsNoResponse() {
    MockResponse pending = new MockResponse.Builder().body(PENDING).build();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return pending;
          }
        });
    Poller poller =
        Poller.builder().timeout(Duration.ofHours(1)).timeline(stopped, new Random(1)).build();
    waitForMore(POLLS / 10, poller); // What the client holds once for all calls is there now.
    long before = bytesInUse();

    waitForMore(POLLS, poller);

    long limit = before + (long) POLLS * BYTES_OF_A_POLL;
    assertThat(eventually(() -> bytesInUse() <= limit))
        .as("%d bytes for each poll", (bytesInUse() - before) / POLLS)
        .isTrue();
    polls.forEach(poll -> poll.cancel(true));
    assertThat(stopped.tasks()).isZero();
  }

  /** Until each was read once after its create. */
  private void waitForMore(int more, Poller poller) {
    for (int i = 0; i < more; i++) {
      polls.add(extend.parseRuns().createAndPollAsync(REQUEST, poller));
    }
    for (int i = 0; i < 2 * more; i++) {
      takeRequest(); // The server keeps them.
    }
    assertThat(eventually(() -> stopped.tasks() == polls.size())).isTrue();
  }

  private static long bytesInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
