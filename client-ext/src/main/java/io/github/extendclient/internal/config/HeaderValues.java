package io.github.extendclient.internal.config;

/** Checks texts that become header values, before OkHttp would refuse them at the first call. */
public final class HeaderValues {
  private HeaderValues() {}

  /**
   * Checks the API key, and never shows it.
   *
   * @param key what the user gave
   * @param source where it was given, for messages
   * @return the key
   * @throws IllegalArgumentException if it cannot be one
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
   * @param value what the user gave
   * @return the value
   * @throws IllegalArgumentException if it is blank or cannot stand in a header
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
