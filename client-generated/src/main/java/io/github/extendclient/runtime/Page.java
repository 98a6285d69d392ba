package io.github.extendclient.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param <T> the items
 */
public interface Page<T> {
  /**
   * The items of this page, in the order of the server; may be fewer than were asked for.
   *
   * @return unmodifiable, empty when the server sent none
   */
  List<T> pageItems();

  /**
   * The token of the page that follows.
   *
   * @return null when this is the last page
   */
  @Nullable String pageToken();
}
