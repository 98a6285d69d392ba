package io.github.extendclient.internal.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks header values when they are set; OkHttp would reject them only at the first call. */
public final class HeaderValues {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** The headers reserved for this client or HTTP itself, and what to do instead. */
  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("authorization", "set the key with apiKey(...)"),
          Map.entry(
              "x-extend-api-version",
              "use the client's method of that version, such as v20250421()"),
          Map.entry("x-extend-workspace-id", "use workspace(...)"),
          Map.entry("user-agent", "use userAgent(...) of the client's builder"),
          Map.entry("accept", "leave it out"),
          Map.entry("accept-encoding", "leave it out"),
          Map.entry("connection", "leave it out"),
          Map.entry("content-encoding", "leave it out"),
          Map.entry("content-length", "leave it out"),
          Map.entry("content-type", "leave it out"),
          Map.entry("expect", "leave it out"),
          Map.entry("host", "use baseUrl(...) of the client's builder"),
          Map.entry("transfer-encoding", "leave it out"));

  private HeaderValues() {}

  /**
   * Checks the API key; messages never contain it.
   *
   * @param key the user's key
   * @param source where the user set it, for messages
   * @return the key
   * @throws IllegalArgumentException if the text cannot be a key
   */
  public static String apiKey(String key, String source) {
    if (key.isBlank()) {
      throw new IllegalArgumentException(
          "The API key from "
              + source
              + " is blank: give a key from the dashboard's developer"
              + " settings.");
    }
    int bad = firstBad(key, ' ' + 1);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          "The API key from "
              + source
              + " has "
              + kind(key.charAt(bad))
              + " at position "
              + (bad + 1)
              + " of "
              + key.length()
              + ": copy the key without quotes, spaces and line breaks.");
    }
    return key;
  }

  /**
   * Checks a text that is not secret.
   *
   * @param what the name of the setting, for messages
   * @param value the user's value
   * @return the value
   * @throws IllegalArgumentException if the value is blank or invalid in a header
   */
  public static String text(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The " + what + " is blank: give one or leave it out.");
    }
    int bad = firstBad(value, ' ');
    if (bad >= 0) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " \""
              + value.replaceAll("\\p{Cntrl}", "?")
              + "\" has "
              + kind(value.charAt(bad))
              + " at position "
              + (bad + 1)
              + ": use visible ASCII characters.");
    }
    return value;
  }

  /**
   * Checks a header of the user; its value may be secret.
   *
   * @param name the user's name
   * @param value the user's value
   * @throws IllegalArgumentException if the header is reserved or invalid
   */
  public static void checkExtra(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\""
              + name.replaceAll("\\p{Cntrl}", "?")
              + "\" is not the name of a header: use letters, digits and -.");
    }
    String instead = OWN.get(name.toLowerCase(Locale.ROOT));
    if (instead != null) {
      throw new IllegalArgumentException(
          "The header " + name + " is set by the client itself: " + instead + ".");
    }
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "The value of the header " + name + " is blank: give one or leave it out.");
    }
    int bad = firstBad(value, ' ');
    if (bad >= 0) {
      throw new IllegalArgumentException(
          "The value of the header "
              + name
              + " has "
              + kind(value.charAt(bad))
              + " at position "
              + (bad + 1)
              + ": use visible ASCII characters.");
    }
  }

  private static int firstBad(String text, int lowest) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < lowest || text.charAt(i) > '~') {
        return i;
      }
    }
    return -1;
  }

  private static String kind(char bad) {
    return switch (bad) {
      case '\n', '\r' -> "a line break";
      case ' ' -> "a space";
      case '\t' -> "a tab";
      default -> bad < ' ' || bad == 127 ? "a control character" : "a character beyond ASCII";
    };
  }
}
