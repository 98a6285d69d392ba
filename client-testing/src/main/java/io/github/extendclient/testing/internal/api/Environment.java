package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.state.RunTimes;
import io.github.extendclient.testing.internal.state.Store;
import java.time.Clock;
import java.time.Instant;

/** What all operations share. */
record Environment(Store store, Clock clock, RunTimes times, SignedUrls urls) {
  Instant now() {
    return clock.instant();
  }
}
