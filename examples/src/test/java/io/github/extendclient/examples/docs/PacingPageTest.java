package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.pacing.Pacer;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.v20260209.api.FilesApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of docs/pacing.md. */
class PacingPageTest extends PageTest {
  private final List<RateLimitCategory> asked = new ArrayList<>();
  private final Limiter limiter =
      category -> {
        asked.add(category);
        return Duration.ZERO;
      };

  /** A limiter of the reader's program. */
  @FunctionalInterface
  private interface Limiter {
    Duration reserve(RateLimitCategory category);
  }

  @Test
  void belowALimit() {
    ExtendClientBuilder builder = client();
    // region rate
    builder
        .rateLimit(RateLimitCategory.GET, 8) // a second, of the 10 of a small plan
        .rateLimit(RateLimitCategory.WRITE, 8)
        .rateLimit(RateLimitCategory.RUN, 70 / 60.0); // 70 files a minute
    // endregion

    assertThat(files(builder)).isZero();
  }

  @Test
  void withAnOwnLimiter() {
    // region pacer
    Pacer pacer =
        category -> {
          long turn = System.nanoTime() + limiter.reserve(category).toNanos();
          return () -> Duration.ofNanos(turn - System.nanoTime()); // asked again after each wait
        };
    // endregion
    ExtendClientBuilder builder = client().pacer(pacer);

    assertThat(files(builder)).isZero();
    assertThat(asked).containsExactly(RateLimitCategory.GET);
  }

  private static int files(ExtendClientBuilder builder) {
    try (ExtendClient extend = builder.build()) {
      return extend.files().list(FilesApi.ListParams.builder().build()).getData().size();
    }
  }
}
