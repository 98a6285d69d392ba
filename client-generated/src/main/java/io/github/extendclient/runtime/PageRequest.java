package io.github.extendclient.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a listing.
 *
 * @param <P> the parameters class itself
 */
public interface PageRequest<P extends PageRequest<P>> {
  /**
   * Returns the same parameters for another page.
   *
   * @param token the token of the page from {@link Page#pageToken()}; null for the first
   * @return a copy with that token
   */
  P withPageToken(@Nullable String token);
}
