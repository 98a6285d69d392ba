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
        default -> markup.append(next < ' ' && next != '\n' && next != '\t' ? ' ' : next);
      }
    }
    return markup.toString();
  }
}
