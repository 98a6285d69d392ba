package io.github.extendclient.internal.id;

import org.jspecify.annotations.Nullable;

/** The syntax of IDs of all resources. */
public final class IdSyntax {
  // The versioning page says "Ids may be up to 255 characters". The characters are those of all
  // known IDs; they exclude "..", "/" and the empty path segment.
  private static final int LONGEST = 255;

  private IdSyntax() {}

  /**
   * Returns why a text cannot be an ID.
   *
   * @param id any text
   * @return the end of a sentence about the text; null if it can be an ID
   */
  public static @Nullable String flaw(String id) {
    if (id.isBlank()) {
      return "is blank";
    }
    if (id.length() > LONGEST) {
      return "has " + id.length() + " characters, and an ID has at most " + LONGEST;
    }
    for (int i = 0; i < id.length(); i++) {
      if (!isOfIds(id.charAt(i))) {
        return "has characters that no ID has: only letters, digits, _ and - are possible";
      }
    }
    return null;
  }

  private static boolean isOfIds(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }
}
