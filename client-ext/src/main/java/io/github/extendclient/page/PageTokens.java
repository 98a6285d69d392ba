package io.github.extendclient.page;

import io.github.extendclient.error.PagingException;
import io.github.extendclient.internal.error.Exceptions;
import io.github.extendclient.runtime.PageRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tracks the next page of a listing. Remembers the tokens, not the pages. */
final class PageTokens {
  private final Set<String> given = new HashSet<>();
  private @Nullable String next;
  private int pages;

  /**
   * Starts at a page.
   *
   * @param start the token; null for the page of the parameters
   */
  PageTokens(@Nullable String start) {
    next = start;
  }

  /** Returns a function that loads the page with a token; null is the page of the parameters. */
  static <P extends PageRequest<P>, R> Function<@Nullable String, R> loader(
      Function<P, R> list, P request) {
    return token -> list.apply(token == null ? request : request.withPageToken(token));
  }

  boolean isAtEnd() {
    return pages > 0 && next == null;
  }

  /**
   * Returns the token of the page to load.
   *
   * @throws PagingException if the page was loaded before
   */
  @Nullable String next() {
    if (next != null && given.contains(next)) {
      throw Exceptions.MAKER.paging(next, pages);
    }
    return next;
  }

  /**
   * Records that the page was loaded.
   *
   * @param following the token of the next page; null or empty after the last page
   */
  void arrived(@Nullable String following) {
    if (next != null) {
      given.add(next);
    }
    pages++;
    next = following == null || following.isEmpty() ? null : following;
  }
}
