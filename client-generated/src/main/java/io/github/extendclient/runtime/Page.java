package io.github.extendclient.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param <T> the type of the items
 */
public interface Page<T> {
  /**
   * Returns the items of this page, in the order of the server; possibly fewer than requested.
   *
   * @return an unmodifiable list, possibly empty
   */
  List<T> pageItems();

  /**
   * Returns the token of the next page.
   *
   * @return the token; null on the last page
   */
  @Nullable String pageToken();
}
