package io.github.extendclient.documents;

/** Text of a document inside HTML. */
final class Markup {
  private Markup() {}

  /** The text as the content of an element or of an attribute in double quotes. */
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
