package io.github.extendclient.runtime.internal;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable list with misfits: access to a misfit throws, access to other items does not.
 *
 * @param <T> the type of the items that fit
 */
final class PartialList<T> extends AbstractList<T> implements RandomAccess {
  private final @Nullable Object[] items;

  PartialList(@Nullable Object[] items) {
    this.items = items;
  }

  /** Returns the items, some of them a {@link Misfit}. */
  @Nullable Object[] items() {
    return items;
  }

  @Override
  public T get(int index) {
    return item(items[index]);
  }

  @Override
  public int size() {
    return items.length;
  }

  /** Returns an iterator that continues after an item that threw. */
  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < items.length;
      }

      @Override
      public T next() {
        if (next == items.length) {
          throw new NoSuchElementException();
        }
        return item(items[next++]);
      }
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartialList<?> that && Arrays.equals(items, that.items);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(items);
  }

  @Override
  public String toString() {
    return Arrays.toString(items);
  }

  /** Safe: the item was read by the adapter of its type. */
  @SuppressWarnings({"unchecked", "NullAway"})
  static <T> T item(@Nullable Object item) {
    if (item instanceof Misfit misfit) {
      throw misfit.exception();
    }
    return (T) item;
  }
}
