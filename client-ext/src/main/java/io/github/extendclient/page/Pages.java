package io.github.extendclient.page;

import io.github.extendclient.error.PagingException;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A listing of any length, loaded page by page during the iteration: each page is requested after
 * the last item of the previous one, never earlier, and with the same parameters.
 *
 * <pre>{@code
 * FilesApi.ListParams params = FilesApi.ListParams.builder().maxPageSize(100).build();
 * for (FileSummary file : extend.pages(extend.files()::list, params)) {
 *   System.out.println(file.getName());
 * }
 * }</pre>
 *
 * <p>The trap: this is not a snapshot. Each new iterator or stream requests all pages again, and
 * items that change at the server meanwhile may appear twice or not at all. Set {@code
 * maxPageSize}: the server's default is 10 items.
 *
 * <p>Immutable and thread-safe, but its iterators and streams are not, and a parallel stream gains
 * nothing. Iterating throws the exceptions of the listing operation; after one, the same iterator
 * loads the same page again. It throws {@link PagingException} if the server returns a token twice.
 * An empty page does not end the listing, only a missing token does. An iterator keeps all tokens,
 * about 150 bytes per page.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.extend.ai/api-reference/endpoints/file/list-files">A listing</a>
 */
public final class Pages<T> implements Iterable<T> {
  private final Function<@Nullable String, ? extends Page<T>> load;
  private final @Nullable String start;

  private Pages(Function<@Nullable String, ? extends Page<T>> load, @Nullable String start) {
    this.load = load;
    this.start = start;
  }

  /**
   * Returns a listing. Sends no request yet.
   *
   * @param <T> the type of the items
   * @param <P> the type of the parameters
   * @param list the operation in its blocking form, such as {@code extend.files()::list}
   * @param request the parameters of each page; if they have a page token, the listing starts there
   * @return the listing
   */
  public static <T, P extends PageRequest<P>> Pages<T> of(
      Function<P, ? extends Page<T>> list, P request) {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(request, "request");
    return new Pages<>(PageTokens.loader(list, request), null);
  }

  /**
   * Returns the same listing, starting at another page, to continue an interrupted one.
   *
   * @param token the {@link Page#pageToken()} of the last processed page, from a listing with the
   *     same parameters
   * @return the rest of the listing
   */
  public Pages<T> from(String token) {
    return new Pages<>(load, Objects.requireNonNull(token, "token"));
  }

  /**
   * Returns the items, starting at the first page.
   *
   * @return an iterator for one thread, which loads pages on demand
   */
  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(pageIterator());
  }

  /**
   * Returns the items as a stream, starting at the first page.
   *
   * @return a sequential, ordered stream, which need not be closed
   */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** Returns the items, starting at the first page; never splits. */
  @Override
  public Spliterator<T> spliterator() {
    return new LazySpliterator<>(iterator());
  }

  /**
   * Returns the pages. To continue after an interruption, store the token of each processed page
   * and call {@link #from}.
   *
   * @return the pages; each iteration requests them again
   */
  public Iterable<Page<T>> pages() {
    return this::pageIterator;
  }

  /**
   * Returns the pages as a stream.
   *
   * @return a sequential, ordered stream, which need not be closed
   */
  public Stream<Page<T>> pageStream() {
    return StreamSupport.stream(new LazySpliterator<>(pageIterator()), false);
  }

  private Iterator<Page<T>> pageIterator() {
    return new PageIterator<>(load, new PageTokens(start));
  }
}
