package io.github.extendclient.cli.listing;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.operation.Operations;
import java.time.Instant;
import java.util.stream.Stream;

/** Reads listings page by page. The server filters what it can, this class the rest. */
public final class Listings {
  private final Operations operations;
  private final Filter filter;
  private final Instant now;

  /** Over the listings of a client. */
  public Listings(ExtendClient extend, Filter filter, Instant now) {
    this.operations = extend.operations();
    this.filter = filter;
    this.now = now;
  }

  /** {@return what the filter chooses of a kind; pages are loaded while it is read} */
  public Stream<Item> of(Kind kind) {
    return operations
        .find(kind.operation())
        .items(filter.parameters(kind))
        .map(Item::of)
        .filter(item -> filter.accepts(item, now));
  }

  /** {@return what the filter chooses of all its kinds} */
  public Stream<Item> all() {
    return filter.kinds().stream().flatMap(this::of);
  }
}
