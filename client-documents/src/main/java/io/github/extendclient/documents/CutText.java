package io.github.extendclient.documents;

/** Cuts long texts, never between the two halves of a surrogate pair. */
final class CutText {
  private CutText() {}

  /** Returns a text of at most {@code max} characters, with an ellipsis in place of the rest. */
  static String withEllipsis(String text, int max) {
    return text.length() > max ? start(text, max) + "…" : text;
  }

  /** Returns the first {@code max} characters of a text at most. */
  static String start(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean isPair =
        Character.isHighSurrogate(text.charAt(max - 1))
            && Character.isLowSurrogate(text.charAt(max));
    return text.substring(0, isPair ? max - 1 : max);
  }
}
