package io.github.extendclient.result;

import java.util.regex.Pattern;

/** Converts HTML and Markdown to plain text. */
final class HtmlText {
  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private HtmlText() {}

  /** Returns the text between two tags, with entities resolved and white space as in a browser. */
  static String plain(String markup) {
    StringBuilder text = new StringBuilder();
    for (String line : markup.split("\n", -1)) {
      String words = strip(HtmlEntities.resolve(line).replaceAll("[ \\t\\r\\n\\f]+", " "));
      if (!words.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(words);
      }
    }
    return text.toString();
  }

  /** Returns the text of markup with tags, as cells of Markdown tables may contain. */
  static String withoutTags(String markup) {
    return plain(TAG.matcher(BREAK.matcher(markup).replaceAll("\n")).replaceAll(""));
  }

  /** Removes white space at both ends, also the no-break space that fills empty cells. */
  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char next) {
    return Character.isWhitespace(next) || Character.isSpaceChar(next);
  }
}
