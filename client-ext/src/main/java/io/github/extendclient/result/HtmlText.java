package io.github.extendclient.result;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts HTML and Markdown to plain text. */
final class HtmlText {
  private static final Pattern ENTITY =
      Pattern.compile("&(#[xX][0-9a-fA-F]{1,6}|#\\d{1,7}|\\w{2,8});");
  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("euro", "€"),
          Map.entry("pound", "£"),
          Map.entry("yen", "¥"),
          Map.entry("cent", "¢"),
          Map.entry("sect", "§"),
          Map.entry("deg", "°"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("middot", "·"),
          Map.entry("bull", "•"),
          Map.entry("times", "×"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("frac12", "½"));

  private HtmlText() {}

  /** Returns the text between two tags, with entities resolved and white space as in a browser. */
  static String plain(String markup) {
    StringBuilder text = new StringBuilder();
    for (String line : markup.split("\n", -1)) {
      String words = line.strip().replaceAll("[ \\t\\r\\f]+", " ");
      if (!words.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(words);
      }
    }
    return entities(text.toString()).strip();
  }

  /** Returns the text of markup with tags, as cells of Markdown tables may contain. */
  static String withoutTags(String markup) {
    return plain(TAG.matcher(BREAK.matcher(markup).replaceAll("\n")).replaceAll(""));
  }

  private static String entities(String text) {
    Matcher matcher = ENTITY.matcher(text);
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
  }

  private static String character(String name, String whole) {
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, whole);
    }
    int code =
        name.charAt(1) == 'x' || name.charAt(1) == 'X'
            ? Integer.parseInt(name.substring(2), 16)
            : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(code) && code != 0 ? Character.toString(code) : whole;
  }
}
