package io.github.extendclient.internal.json;

import java.io.IOException;

/**
 * Thrown if the body of a success is not the expected JSON. Contains the path and the kind of value
 * there, never the content.
 */
public final class UndecodableBody extends IOException {
  private static final long serialVersionUID = 1L;

  private final String path;

  UndecodableBody(String path, String found) {
    super(found);
    this.path = path;
  }

  /**
   * Returns the path in the document.
   *
   * @return a path such as {@code $.data[3].status}
   */
  public String path() {
    return path;
  }
}
