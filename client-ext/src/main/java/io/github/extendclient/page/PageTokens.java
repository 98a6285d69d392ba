package io.github.extendclient.page;

import io.github.extendclient.runtime.PageRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which page of a listing follows. Remembers the tokens that it was given, not the pages. */
final class PageTokens {
  private final Set<String> given = new HashSet<>();
  private @Nullable String next;
  private int pages;

  /**
   * A listing that begins at a page.
   *
   * @param start null for the page that the parameters name
   */
  PageTokens(@Nullable String start) {
    next = start;
  }

  /** Loads the page with a token; null stands for the page that the parameters name. */
  static <P extends PageRequest<P>, R> Function<@Nullable String, R> loader(
      Function<P, R> list, P request) {
    return token -> list.apply(token == null ? request : request.withPageToken(token));
  }

  boolean isAtEnd() {
    return pages > 0 && next == null;
  }

  /**
   * The token of the page to load.
   *
   * @throws PagingException if it was loaded before
   */
  @Nullable String next() {
    if (next != null && given.contains(next)) {
      throw new PagingException(next, pages);
    }
    return next;
  }

  /**
   * Notes that the page to load has arrived.
   *
   * @param following its token; null or empty if it is the last
   */
  void arrived(@Nullable String following) {
    if (next != null) {
      given.add(next);
    }
    pages++;
    next = following == null || following.isEmpty() ? null : following;
  }
}
