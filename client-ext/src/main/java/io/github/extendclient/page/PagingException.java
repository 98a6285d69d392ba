package io.github.extendclient.page;

import io.github.extendclient.error.ExtendException;

/**
 * A listing cannot go on: the server gave a page token that it had given before, so following it
 * would go round for ever. It is an error and not the end of the listing, because nobody knows what
 * the listing left out.
 */
public final class PagingException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final String token;

  PagingException(String token, int pages) {
    super(
        "The listing gave the page token \""
            + token
            + "\" a second time, after "
            + pages
            + (pages == 1 ? " page" : " pages")
            + ", and would never end. What it gave so far may be incomplete: list again, with the"
            + " same parameters from the first page.",
        null);
    this.token = token;
  }

  /** {@return the token that came twice} */
  public String token() {
    return token;
  }
}
