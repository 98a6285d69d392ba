package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testing.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Causes that end bulk processing before its last document. */
@Timeout(60)
class BulkEndTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  private static final String CREATE = "POST /parse_runs";

  @Test
  void theCreditLimitEndsIt() {
    BulkReport report = fixture.inOrder(fixture.parse().maxCredits(6), BulkFixture.texts(20));

    assertThat(report.ending()).isEqualTo(BulkEnding.CREDIT_LIMIT);
    assertThat(report.credits()).isBetween(BigDecimal.valueOf(6), BigDecimal.valueOf(14));
    assertThat(fixture.server.acceptedCount(CREATE))
        .isEqualTo((int) report.processed())
        .isLessThan(8);
    int before = fixture.server.acceptedCount(CREATE);
    assertThat(fixture.inOrder(fixture.parse().maxCredits(6), BulkFixture.texts(20)).ending())
        .isEqualTo(BulkEnding.CREDIT_LIMIT);
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(before);
  }

  @Test
  void aRejectedKeyEndsItAtOnce() {
    try (ExtendClient stranger =
        ExtendClient.builder()
            .apiKey("sk_wrong")
            .baseUrl(fixture.server.url().toString())
            .build()) {
      BulkReport report =
          fixture.inOrder(fixture.set(stranger.bulk().parse()), BulkFixture.texts(20));

      assertThat(report.ending()).isEqualTo(BulkEnding.KEY_REFUSED);
      assertThat(fixture.server.requests()).hasSizeLessThan(6);
    }
    assertThat(fixture.inOrder(fixture.parse(), BulkFixture.texts(20)).processed()).isEqualTo(20);
  }

  @Test
  void anOutageEndsIt() {
    fixture.server.faults().rate("POST /files/upload", 1, Fault.status(500));

    BulkReport report =
        fixture.inOrder(fixture.parse().maxConsecutiveFailures(3), BulkFixture.texts(50));

    assertThat(report.ending()).isEqualTo(BulkEnding.TOO_MANY_FAILURES);
    assertThat(fixture.server.acceptedCount(CREATE)).isZero();
  }

  @Test
  void anExceptionOfTheCallbackIsThrownAndTheResultIsDeliveredAgain() throws IOException {
    Bulk<?> failing =
        fixture
            .parse()
            .onResult(
                result -> {
                  throw new IllegalStateException("mine");
                });
    assertThatThrownBy(() -> fixture.inOrder(failing, BulkFixture.texts(3))).hasMessage("mine");

    assertThat(fixture.inOrder(fixture.parse(), BulkFixture.texts(3)).processed()).isEqualTo(3);
    assertThat(fixture.keys()).hasSize(3);
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(3);
  }

  @Test
  void anInterruptEndsItWithoutLosingResults() throws Exception {
    Thread main = Thread.currentThread();
    Bulk<?> bulk = fixture.parse().onResult(result -> main.interrupt());

    BulkReport report = bulk.run(BulkFixture.texts(100));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(BulkEnding.STOPPED);
    assertThat(fixture.inOrder(fixture.parse(), BulkFixture.texts(100)).ending())
        .isEqualTo(BulkEnding.COMPLETED);
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(100);
    assertThat(fixture.keys()).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void aJobReportsItsProgress() throws IOException {
    ConcurrentLinkedQueue<BulkProgress> progress = new ConcurrentLinkedQueue<>();
    BulkJob job = fixture.parse().onProgress(progress::add).start(BulkFixture.texts(10));

    BulkReport report = job.report().join();

    assertThat(report.processed()).isEqualTo(10);
    assertThat(progress).last().extracting(BulkProgress::processed).isEqualTo(10L);
    job.close();
  }
}
