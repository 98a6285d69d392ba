package io.github.extendclient.page;

import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A listing of any length that holds no thread while a page is loaded. Like {@link Pages}
 * otherwise: one page after the other, each with the same parameters.
 *
 * <pre>{@code
 * CompletableFuture<Void> done =
 *     AsyncPages.of(extend.files()::listAsync, params).forEach(file -> index.add(file.getId()));
 * }</pre>
 *
 * <p>Actions run on the thread that loaded the page. One that blocks holds up this listing and
 * nothing else. Cancelling the future that is returned ends the listing and the load under way.
 *
 * @param <T> the items
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
   * A listing. Asks for nothing yet.
   *
   * @param <T> the items
   * @param <P> the parameters class
   * @param list the operation in its future form, such as {@code extend.files()::listAsync}
   * @param request the parameters for every page; if they name a page, the listing begins there
   * @return the listing
   */
  public static <T, P extends PageRequest<P>> AsyncPages<T> of(
      Function<P, ? extends CompletableFuture<? extends Page<T>>> list, P request) {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(request, "request");
    return new AsyncPages<>(PageTokens.loader(list, request), null);
  }

  /**
   * The same listing from another page on.
   *
   * @param token the {@link Page#pageToken()} of the last page that was dealt with, of a listing
   *     with the same parameters
   * @return the rest of the listing
   */
  public AsyncPages<T> from(String token) {
    return new AsyncPages<>(load, Objects.requireNonNull(token, "token"));
  }

  /**
   * Does something with every item, in order.
   *
   * @param action runs on the thread that loaded the page
   * @return completed after the last item, or with what the listing or the action threw; with
   *     {@link PagingException} if the server gives a token twice
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
   * Does something with every page, in order, as long as it is told to go on.
   *
   * @param goOn runs on the thread that loaded the page; returns whether the next page is wanted
   * @return completed after the last page that was wanted, or with what the listing or {@code goOn}
   *     threw; with {@link PagingException} if the server gives a token twice
   */
  public CompletableFuture<Void> forEachPage(Predicate<? super Page<T>> goOn) {
    Objects.requireNonNull(goOn, "goOn");
    return new AsyncWalk<>(load, new PageTokens(start), goOn).start();
  }
}
