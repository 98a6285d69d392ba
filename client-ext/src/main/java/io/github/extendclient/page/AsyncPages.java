package io.github.extendclient.page;

import io.github.extendclient.error.PagingException;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A listing of any length, loaded without blocking a thread. Otherwise like {@link Pages}: loads
 * one page after the other, with the same parameters.
 *
 * <pre>{@code
 * CompletableFuture<Void> done =
 *     AsyncPages.of(extend.files()::listAsync, params).forEach(file -> index.add(file.getId()));
 * }</pre>
 *
 * <p>Actions run on the thread that loaded the page; one that blocks delays only this listing.
 * Cancelling the returned future ends the listing and the request under way.
 *
 * @param <T> the type of the items
 */
public final class AsyncPages<T> {
  private final Function<@Nullable String, ? extends CompletableFuture<? extends Page<T>>> load;
  private final @Nullable String start;

  private AsyncPages(
      Function<@Nullable String, ? extends CompletableFuture<? extends Page<T>>> load,
      @Nullable String start) {
    this.load = load;
    this.start = start;
  }

  /**
   * Returns a listing. Sends no request yet.
   *
   * @param <T> the type of the items
   * @param <P> the type of the parameters
   * @param list the operation in its future form, such as {@code extend.files()::listAsync}
   * @param request the parameters of each page; if they have a page token, the listing starts there
   * @return the listing
   */
  public static <T, P extends PageRequest<P>> AsyncPages<T> of(
      Function<P, ? extends CompletableFuture<? extends Page<T>>> list, P request) {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(request, "request");
    return new AsyncPages<>(PageTokens.loader(list, request), null);
  }

  /**
   * Returns the same listing, starting at another page.
   *
   * @param token the {@link Page#pageToken()} of the last processed page, from a listing with the
   *     same parameters
   * @return the rest of the listing
   */
  public AsyncPages<T> from(String token) {
    return new AsyncPages<>(load, Objects.requireNonNull(token, "token"));
  }

  /**
   * Runs an action for each item, in order.
   *
   * @param action runs on the thread that loaded the page
   * @return a future completed after the last item; it fails with the exception of the listing or
   *     the action, or with {@link PagingException} if the server returns a token twice
   */
  public CompletableFuture<Void> forEach(Consumer<? super T> action) {
    Objects.requireNonNull(action, "action");
    return forEachPage(
        page -> {
          page.pageItems().forEach(action);
          return true;
        });
  }

  /**
   * Passes the pages to a predicate, in order, until it returns false.
   *
   * @param goOn runs on the thread that loaded the page; returns whether to load the next page
   * @return a future completed after the last page; it fails with the exception of the listing or
   *     {@code goOn}, or with {@link PagingException} if the server returns a token twice
   */
  public CompletableFuture<Void> forEachPage(Predicate<? super Page<T>> goOn) {
    Objects.requireNonNull(goOn, "goOn");
    return new AsyncWalk<>(load, new PageTokens(start), goOn).start();
  }
}
