package io.github.extendclient.internal.id;

import org.jspecify.annotations.Nullable;

/** What can be an ID at all, of whatever resource. */
public final class IdSyntax {
  // "Ids may be up to 255 characters" is the vendor's promise on its versioning page; the
  // characters are those of every ID seen. They also shut out "..", "/" and the empty path segment.
  private static final int LONGEST = 255;

  private IdSyntax() {}

  /**
   * Why a text can never be an ID.
   *
   * @param id any text
   * @return the rest of a sentence about it; null if it can be one
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
