package io.github.extendclient.page;

import io.github.extendclient.runtime.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads each page on demand; after a failure, the same page again. */
final class PageIterator<T> implements Iterator<Page<T>> {
  private final Function<@Nullable String, ? extends Page<T>> load;
  private final PageTokens tokens;

  PageIterator(Function<@Nullable String, ? extends Page<T>> load, PageTokens tokens) {
    this.load = load;
    this.tokens = tokens;
  }

  @Override
  public boolean hasNext() {
    return !tokens.isAtEnd();
  }

  @Override
  public Page<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The listing has no more pages: call hasNext() first.");
    }
    Page<T> page = load.apply(tokens.next());
    tokens.arrived(page.pageToken());
    return page;
  }
}
