package io.github.extendclient.testing.internal.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The resources of one kind by ID, in the order of their creation. A resource may have several IDs
 * that differ by prefix only. Beyond {@link #MAX_ROWS} the oldest is removed, so that a load test
 * does not fill the memory.
 */
public final class Table<T> {
  /** More than any test needs, and a few hundred megabytes at most. */
  public static final int MAX_ROWS = 100_000;

  /**
   * A resource in its table.
   *
   * @param number counts up with each new resource
   */
  public record Row<T>(long number, String key, T value) {}

  private final List<String> prefixes;
  private final Map<String, Row<T>> byKey = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, Row<T>> byNumber = new ConcurrentSkipListMap<>();
  private final AtomicLong lastNumber = new AtomicLong();

  /** An empty table of resources whose IDs begin with one of {@code prefixes}. */
  public Table(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /** Adds a resource under a new key. */
  public void put(String key, T value) {
    Row<T> row = new Row<>(lastNumber.incrementAndGet(), key, value);
    byKey.put(key, row);
    byNumber.put(row.number(), row);
    if (byKey.size() > MAX_ROWS) {
      Map.Entry<Long, Row<T>> oldest = byNumber.pollFirstEntry();
      if (oldest != null) {
        byKey.remove(oldest.getValue().key());
      }
    }
  }

  /** The resource with this ID. */
  public Optional<T> find(String id) {
    return key(id).map(byKey::get).map(Row::value);
  }

  /** Removes the resource with this ID and returns it, empty if there is none. */
  public Optional<T> remove(String id) {
    Optional<Row<T>> row = key(id).map(byKey::remove);
    row.ifPresent(removed -> byNumber.remove(removed.number()));
    return row.map(Row::value);
  }

  /** All resources, the oldest first. */
  public List<Row<T>> rows() {
    return List.copyOf(byNumber.values());
  }

  /** True if there is nothing in it. */
  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  private Optional<String> key(String id) {
    return prefixes.stream()
        .filter(id::startsWith)
        .findFirst()
        .map(prefix -> id.substring(prefix.length()));
  }
}
