package io.github.extendclient.page;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Never splits, because splitting would load pages ahead. */
final class LazySpliterator<E> implements Spliterator<E> {
  private final Iterator<E> elements;

  LazySpliterator(Iterator<E> elements) {
    this.elements = elements;
  }

  @Override
  public boolean tryAdvance(Consumer<? super E> action) {
    if (!elements.hasNext()) {
      return false;
    }
    action.accept(elements.next());
    return true;
  }

  @Override
  public @Nullable Spliterator<E> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED | NONNULL;
  }
}
