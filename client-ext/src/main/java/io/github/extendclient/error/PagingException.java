package io.github.extendclient.error;

import io.github.extendclient.internal.text.SafeText;

/**
 * Thrown if the server returns a page token twice, which would make the listing endless. This is an
 * error, not the end of the listing, because items may be missing.
 */
public final class PagingException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_TOKEN = 100;

  private final String token;

  PagingException(String token, int pages) {
    super(
        "The listing gave the page token \""
            + SafeText.oneLine(token, LONGEST_TOKEN)
            + "\" a second time, after "
            + pages
            + (pages == 1 ? " page" : " pages")
            + ", and would never end. What it gave so far may be incomplete: list again, with the"
            + " same parameters from the first page.",
        null);
    this.token = token;
  }

  /** {@return the repeated token} */
  public String token() {
    return token;
  }
}
