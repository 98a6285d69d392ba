package io.github.extendclient.deletion;

import io.github.extendclient.internal.id.IdSyntax;
import org.jspecify.annotations.Nullable;

/** Formats texts given as IDs, which may be invalid, for journals and reports. */
final class IdText {
  private static final int LONGEST_SHOWN = 60;
  // Long enough for this client's messages, including the server's text.
  private static final int LONGEST_REASON = 600;

  private IdText() {}

  /** Returns why a text cannot be an ID; null if it can. */
  static @Nullable String flaw(String id) {
    String flaw = IdSyntax.flaw(id);
    return flaw == null ? null : "It " + flaw + ".";
  }

  /** Returns the text on one line without tabs, truncated, and masked if it looks like a secret. */
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

  /**
   * Returns a text for people, truncated, without line breaks, tabs and other control characters.
   */
  static String oneLine(String text) {
    String cut = text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
  }
}
