package io.github.extendclient.page;

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
 * A listing of any length, loaded page by page while it is read: the next page is asked for when
 * the items of the one before it are used up, never earlier. Every page is asked for with the same
 * parameters.
 *
 * <pre>{@code
 * FilesApi.ListParams params = FilesApi.ListParams.builder().maxPageSize(100).build();
 * for (FileSummary file : extend.pages(extend.files()::list, params)) {
 *   System.out.println(file.getName());
 * }
 * }</pre>
 *
 * <p>The trap: this is no snapshot. Every new iterator or stream lists anew, and what changes at
 * the server meanwhile may show twice or not at all. Set {@code maxPageSize}: the server's default
 * is 10 items.
 *
 * <p>Immutable and thread-safe; an iterator or stream of it is for one thread at a time, and a
 * parallel stream gains nothing. Iterating throws what the listing operation throws, and asking the
 * same iterator again then loads the same page again; it throws {@link PagingException} if the
 * server gives a token twice. A page may be empty and have a successor; only a missing token ends
 * the listing. An iterator keeps the tokens that it has passed, about 150 bytes for each page.
 *
 * @param <T> the items
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
   * A listing. Asks for nothing yet.
   *
   * @param <T> the items
   * @param <P> the parameters class
   * @param list the operation in its blocking form, such as {@code extend.files()::list}
   * @param request the parameters for every page; if they name a page, the listing begins there
   * @return the listing
   */
  public static <T, P extends PageRequest<P>> Pages<T> of(
      Function<P, ? extends Page<T>> list, P request) {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(request, "request");
    return new Pages<>(PageTokens.loader(list, request), null);
  }

  /**
   * The same listing from another page on, to go on where an earlier one ended.
   *
   * @param token the {@link Page#pageToken()} of the last page that was dealt with, of a listing
   *     with the same parameters
   * @return the rest of the listing
   */
  public Pages<T> from(String token) {
    return new Pages<>(load, Objects.requireNonNull(token, "token"));
  }

  /**
   * The items from the first page on.
   *
   * @return for one thread; loads nothing before it is asked for an item
   */
  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(pageIterator());
  }

  /**
   * The items from the first page on.
   *
   * @return sequential and ordered; need not be closed
   */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** The items from the first page on; never splits. */
  @Override
  public Spliterator<T> spliterator() {
    return new LazySpliterator<>(iterator());
  }

  /**
   * The pages. To be able to go on after an interruption, note the token of each page that is dealt
   * with, and continue with {@link #from}.
   *
   * @return lists anew each time that it is iterated
   */
  public Iterable<Page<T>> pages() {
    return this::pageIterator;
  }

  /**
   * The pages, as a stream.
   *
   * @return sequential and ordered; need not be closed
   */
  public Stream<Page<T>> pageStream() {
    return StreamSupport.stream(new LazySpliterator<>(pageIterator()), false);
  }

  private Iterator<Page<T>> pageIterator() {
    return new PageIterator<>(load, new PageTokens(start));
  }
}
