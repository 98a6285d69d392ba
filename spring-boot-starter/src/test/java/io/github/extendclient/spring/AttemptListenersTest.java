package io.github.extendclient.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.attempt.AttemptEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptListenersTest {
  @Test
  void aFailureOfOneDoesNotKeepTheEventFromTheOthers() {
    List<AttemptEvent> seen = new ArrayList<>();
    AttemptListeners listeners =
        new AttemptListeners(
            List.of(
                event -> {
                  throw new IllegalStateException("first");
                },
                seen::add,
                event -> {
                  throw new IllegalStateException("second");
                }));
    AttemptEvent event =
        new AttemptEvent("files_list", "GET", "/files", 1, 200, null, Duration.ZERO, null);

    assertThatThrownBy(() -> listeners.attemptEnded(event))
        .hasMessage("first")
        .hasSuppressedException(new IllegalStateException("second"));
    assertThat(seen).containsExactly(event);
  }
}
