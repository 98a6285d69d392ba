package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.state.RunTimes;
import io.github.extendclient.testing.internal.state.Store;
import java.time.Clock;
import java.time.Instant;

/** What all operations share. */
record Environment(
    Store store, Clock clock, RunTimes times, SignedUrls urls, Pages pages, Events events) {
  Instant now() {
    return clock.instant();
  }

  /** The key of a new resource. */
  String newKey() {
    return store.ids().next();
  }
}
