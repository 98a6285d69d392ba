package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which runs are watched. */
class WatchTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  @Test
  void aRunThatAWebhookSaysHasEndedIsReadAtOnce() {
    Watch watch = new Watch(fixture.parse().settings().client(), fixture.timeline);
    Task task = new Task("a", null);
    task.runId = "pr_1";

    assertThat(watch.ended("pr_2")).isNull();
    assertThat(watch.add(task)).isTrue();
    assertThat(watch.ended("pr_1")).isSameAs(task);
    assertThat(watch.size()).isZero();
    task.runId = "pr_2";
    assertThat(watch.add(task)).as("its delivery came before").isFalse();
  }
}
