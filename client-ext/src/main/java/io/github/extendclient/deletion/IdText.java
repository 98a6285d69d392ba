package io.github.extendclient.deletion;

import org.jspecify.annotations.Nullable;

/** What an ID can look like, and how to write down what is none. */
final class IdText {
  // The vendor's promise on its versioning page.
  private static final int LONGEST = 255;
  private static final int LONGEST_SHOWN = 60;
  // Enough for the messages of this client with the server's text in them.
  private static final int LONGEST_REASON = 600;

  private IdText() {}

  /** Why a text can never be an ID; null if it can be one. */
  static @Nullable String flaw(String id) {
    if (id.isBlank()) {
      return "It is blank.";
    }
    if (id.length() > LONGEST) {
      return "It has " + id.length() + " characters, and an ID has at most " + LONGEST + ".";
    }
    return hasCharactersOfIds(id)
        ? null
        : "It has characters that no ID has: only letters, digits, _ and - are possible.";
  }

  /** The text on one line without tabs, cut, and masked if it is a secret that came here. */
  static String shown(String id) {
    if (id.startsWith("sk_") || id.startsWith("wss_")) {
      return id.substring(0, id.indexOf('_') + 1) + "…";
    }
    if (flaw(id) == null) {
      return id;
    }
    String cut = id.length() > LONGEST_SHOWN ? id.substring(0, LONGEST_SHOWN) + "…" : id;
    return '"' + oneLine(cut) + '"';
  }

  /** A text for people, without line breaks, tabs and other control characters, cut. */
  static String oneLine(String text) {
    String cut = text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
  }

  private static boolean hasCharactersOfIds(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letterOrDigit && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }
}
