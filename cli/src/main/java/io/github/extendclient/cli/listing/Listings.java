package io.github.extendclient.cli.listing;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.operation.Operations;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Reads listings page by page. The server filters what it can, this class the rest. */
public final class Listings {
  // The most items that the API gives on a page.
  private static final long MOST_ITEMS = 1000;

  private final Operations operations;
  private final Filter filter;
  private final Instant now;

  /** Creates the listings of a client. */
  public Listings(ExtendClient extend, Filter filter, Instant now) {
    this.operations = extend.operations();
    this.filter = filter;
    this.now = now;
  }

  /** {@return what the filter chooses of a kind; pages are loaded while it is read} */
  public Stream<Item> of(Kind kind) {
    return of(kind, MOST_ITEMS);
  }

  private Stream<Item> of(Kind kind, long pageSize) {
    return operations
        .get(kind.operation())
        .items(filter.parameters(kind, pageSize))
        .map(Item::of)
        .filter(item -> filter.accepts(item, now));
  }

  /**
   * What the filter chooses of all its kinds, the newest first.
   *
   * @param wanted how many are read, at most; no page is larger
   */
  public Stream<Item> newestFirst(long wanted) {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.comparing((Head head) -> head.item().createdAt()).reversed());
    for (Kind kind : filter.kinds()) {
      Head.of(of(kind, Math.min(wanted, MOST_ITEMS)).iterator()).ifPresent(heads::add);
    }
    return Stream.generate(heads::poll)
        .takeWhile(Objects::nonNull)
        .map(
            head -> {
              Head.of(head.rest()).ifPresent(heads::add);
              return head.item();
            });
  }

  /** The newest item of a kind that was not read yet. */
  private record Head(Item item, Iterator<Item> rest) {
    static Optional<Head> of(Iterator<Item> items) {
      return items.hasNext() ? Optional.of(new Head(items.next(), items)) : Optional.empty();
    }
  }

  /** {@return what the filter chooses of all its kinds, kind by kind} */
  public Stream<Item> all() {
    return filter.kinds().stream().flatMap(this::of);
  }
}
