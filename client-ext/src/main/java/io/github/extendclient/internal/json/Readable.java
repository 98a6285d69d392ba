package io.github.extendclient.internal.json;

import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.UnexpectedValueException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data beside a value, such as its score, and ignores data that does not have the type of
 * the specification: it must not hide the value. Called by extraction and layout, on any thread.
 */
public final class Readable {
  private Readable() {}

  /**
   * Returns the value of a getter.
   *
   * @param <T> its type
   * @param getter reads it
   * @return null if it is absent or does not have its type
   */
  public static <T> @Nullable T orNull(Supplier<? extends @Nullable T> getter) {
    try {
      return getter.get();
    } catch (MissingPropertyException | UnexpectedValueException e) {
      return null;
    }
  }

  /**
   * Returns the items of a list that have their type.
   *
   * @param <T> their type
   * @param getter reads the list
   * @return an unmodifiable list; empty if the list is absent or is none
   */
  public static <T> List<T> items(Supplier<? extends @Nullable List<T>> getter) {
    List<T> items = new ArrayList<>();
    List<T> list = orNull(getter);
    Iterator<T> iterator = list == null ? List.<T>of().iterator() : list.iterator();
    while (iterator.hasNext()) {
      T item = orNull(iterator::next);
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }
}
