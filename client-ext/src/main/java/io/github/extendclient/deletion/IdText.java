package io.github.extendclient.deletion;

import io.github.extendclient.internal.id.IdSyntax;
import org.jspecify.annotations.Nullable;

/** How to write down what is given as an ID, and may be none. */
final class IdText {
  private static final int LONGEST_SHOWN = 60;
  // Enough for the messages of this client with the server's text in them.
  private static final int LONGEST_REASON = 600;

  private IdText() {}

  /** Why a text can never be an ID; null if it can be one. */
  static @Nullable String flaw(String id) {
    String flaw = IdSyntax.flaw(id);
    return flaw == null ? null : "It " + flaw + ".";
  }

  /** The text on one line without tabs, cut, and masked if it is a secret that came here. */
  static String shown(String id) {
    if (id.startsWith("sk_") || id.startsWith("wss_")) {
      return id.substring(0, id.indexOf('_') + 1) + "…";
    }
    if (IdSyntax.flaw(id) == null) {
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
}
