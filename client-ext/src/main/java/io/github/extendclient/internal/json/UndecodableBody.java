package io.github.extendclient.internal.json;

import java.io.IOException;

/**
 * A success whose body is not the JSON that was expected. Carries the place and the kind of what
 * stands there, never the content.
 */
public final class UndecodableBody extends IOException {
  private static final long serialVersionUID = 1L;

  private final String path;

  UndecodableBody(String path, String found) {
    super(found);
    this.path = path;
  }

  /**
   * The place in the document.
   *
   * @return such as {@code $.data[3].status}
   */
  public String path() {
    return path;
  }
}
