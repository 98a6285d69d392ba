package io.github.extendclient.examples.retention;

import io.github.extendclient.CallOptions;
import io.github.extendclient.ExtendClient;
import java.time.Instant;
import java.util.stream.Stream;

/** Reads listings page by page. The server filters what it can, this class the rest. */
final class Listings {
  private final ExtendClient extend;
  private final Filter filter;
  private final Instant now;

  Listings(ExtendClient extend, Filter filter, Instant now) {
    this.extend = extend;
    this.filter = filter;
    this.now = now;
  }

  /** What the filter chooses of a kind; loads pages while it is read. */
  Stream<Item> of(Kind kind) {
    CallOptions.Builder filters = CallOptions.builder();
    filter.parameters(kind).forEach(filters::queryParameter);
    ExtendClient filtering = extend.withOptions(filters.build());
    return kind.list(filtering).filter(item -> filter.accepts(item, now));
  }
}
