package io.github.extendclient.runtime.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Unmodifiable copies of collections, so that an object does not change when its caller goes on
 * with a list that it gave. Collections within collections are copied too.
 */
public final class Copies {
  private Copies() {}

  /**
   * A copy of a list.
   *
   * @param <T> the elements
   * @param list the list, which may hold null
   * @return unmodifiable, in the same order
   */
  public static <T> List<T> list(List<T> list) {
    if (list instanceof PartialList<T>) {
      return list;
    }
    List<T> copy = new ArrayList<>(list.size());
    for (T element : list) {
      copy.add(within(element));
    }
    return Collections.unmodifiableList(copy);
  }

  /**
   * A copy of a map.
   *
   * @param <T> the values
   * @param map the map, which may hold null
   * @return unmodifiable, in the same order
   */
  public static <T> Map<String, T> map(Map<String, T> map) {
    if (map instanceof PartialMap<T>) {
      return map;
    }
    Map<String, T> copy = new LinkedHashMap<>(map);
    copy.replaceAll((name, value) -> within(value));
    return Collections.unmodifiableMap(copy);
  }

  /** A copy has the interface of its original, which is all that generated types mention. */
  @SuppressWarnings("unchecked")
  private static <T> T within(T value) {
    if (value instanceof List<?> list) {
      return (T) list(list);
    }
    if (value instanceof Map<?, ?> map) {
      return (T) map((Map<String, ?>) map);
    }
    return value;
  }
}
