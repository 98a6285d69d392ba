package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which runs are watched. */
class PendingRunsTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  @Test
  void aRunThatAWebhookSaysHasEndedIsReadAtOnce() {
    PendingRuns pending = new PendingRuns(fixture.parse().settings().client(), fixture.timeline);
    Task task = new Task("a", null);
    task.runId = "pr_1";

    assertThat(pending.ended("pr_2")).isNull();
    assertThat(pending.add(task)).isTrue();
    assertThat(pending.ended("pr_1")).isSameAs(task);
    assertThat(pending.size()).isZero();
    task.runId = "pr_2";
    assertThat(pending.add(task)).as("its delivery came before").isFalse();
  }
}
