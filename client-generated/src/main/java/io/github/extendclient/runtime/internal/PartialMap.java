package io.github.extendclient.runtime.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map with misfits: access to a misfit throws, access to other values does not.
 *
 * @param <T> the type of the values that fit
 */
final class PartialMap<T> extends AbstractMap<String, T> {
  private final Map<String, @Nullable Object> values;

  PartialMap(Map<String, @Nullable Object> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** Returns the values, some of them a {@link Misfit}. */
  Map<String, @Nullable Object> all() {
    return values;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return values.containsKey(key);
  }

  @Override
  public @Nullable T get(@Nullable Object key) {
    return PartialList.item(values.get(key));
  }

  @Override
  public Set<Map.Entry<String, T>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, T>> iterator() {
        Iterator<Map.Entry<String, @Nullable Object>> entries = values.entrySet().iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return entries.hasNext();
          }

          @Override
          public Map.Entry<String, T> next() {
            return new Entry<>(entries.next());
          }
        };
      }

      @Override
      public int size() {
        return values.size();
      }
    };
  }

  /**
   * Overridden because the default method treats an {@code IllegalStateException}, which a misfit
   * throws, as a concurrent change.
   */
  @Override
  public void forEach(BiConsumer<? super String, ? super T> action) {
    for (Map.Entry<String, T> entry : entrySet()) {
      action.accept(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartialMap<?> that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private record Entry<T>(Map.Entry<String, @Nullable Object> entry)
      implements Map.Entry<String, T> {
    @Override
    public String getKey() {
      return entry.getKey();
    }

    @Override
    public T getValue() {
      return PartialList.item(entry.getValue());
    }

    @Override
    public T setValue(T value) {
      throw new UnsupportedOperationException();
    }
  }
}
