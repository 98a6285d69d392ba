package io.github.extendclient.testing.internal.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The resources of one kind by ID. A resource may have several spellings of its ID, one per API
 * version, that differ by prefix only.
 */
public final class Table<T> {
  private final List<String> prefixes;
  private final Map<String, T> rows = new ConcurrentHashMap<>();

  /** An empty table of resources whose IDs begin with one of {@code prefixes}. */
  public Table(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /** Adds a resource under a new key. */
  public void put(String key, T row) {
    rows.put(key, row);
  }

  /** The resource with this ID. */
  public Optional<T> find(String id) {
    return key(id).map(rows::get);
  }

  /** Removes the resource with this ID and returns it, empty if there is none. */
  public Optional<T> remove(String id) {
    return key(id).map(rows::remove);
  }

  private Optional<String> key(String id) {
    return prefixes.stream()
        .filter(id::startsWith)
        .findFirst()
        .map(prefix -> id.substring(prefix.length()));
  }
}
