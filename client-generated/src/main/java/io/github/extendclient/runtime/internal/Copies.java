package io.github.extendclient.runtime.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes unmodifiable deep copies of collections, so that later changes by the caller do not affect
 * an object.
 */
public final class Copies {
  private Copies() {}

  /**
   * Copies a list.
   *
   * @param <T> the type of the elements
   * @param list the list, possibly with nulls
   * @return an unmodifiable list in the same order
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
   * Copies a map.
   *
   * @param <T> the type of the values
   * @param map the map, possibly with nulls
   * @return an unmodifiable map in the same order
   */
  public static <T> Map<String, T> map(Map<String, T> map) {
    if (map instanceof PartialMap<T>) {
      return map;
    }
    Map<String, T> copy = new LinkedHashMap<>(map);
    copy.replaceAll((name, value) -> within(value));
    return Collections.unmodifiableMap(copy);
  }

  /** Safe: a copy has the interface of its original, and generated types use only interfaces. */
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
