package io.github.extendclient.documents;

/** Escapes text of a document for HTML. */
final class Markup {
  private Markup() {}

  /** Escapes text for an element, or for an attribute in double quotes. */
  static String text(String text) {
    StringBuilder markup = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      switch (next) {
        case '&' -> markup.append("&amp;");
        case '<' -> markup.append("&lt;");
        case '>' -> markup.append("&gt;");
        case '"' -> markup.append("&quot;");
        case '\'' -> markup.append("&#39;");
        default -> markup.append(isControl(next) ? ' ' : isLone(text, i) ? '\ufffd' : next);
      }
    }
    return markup.toString();
  }

  private static boolean isControl(char next) {
    return next < ' ' && next != '\n' && next != '\t';
  }

  /** Returns whether a character is half of a surrogate pair, which UTF-8 cannot encode. */
  private static boolean isLone(String text, int index) {
    char half = text.charAt(index);
    if (Character.isHighSurrogate(half)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(half)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
