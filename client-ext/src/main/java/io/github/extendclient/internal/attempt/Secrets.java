package io.github.extendclient.internal.attempt;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets that a server echoes: the API key and the values of the user's headers, plain or
 * escaped as in JSON, HTML or a URL.
 */
final class Secrets {
  /** Shorter texts are not secrets, and are part of many words. */
  private static final int SHORTEST_KEY = 4;

  private static final int SHORTEST_HEADER = 8;

  private final String key;
  private final Collection<String> headers;
  private volatile @Nullable Pattern keyPattern;

  Secrets(String key, Collection<String> headers) {
    this.key = key;
    this.headers = headers;
  }

  String mask(String text) {
    String masked =
        key.length() < SHORTEST_KEY ? text : keyPattern().matcher(text).replaceAll("(key)");
    for (String header : headers) {
      if (header.length() >= SHORTEST_HEADER) {
        masked = Pattern.compile(anyForm(header)).matcher(masked).replaceAll("(header)");
      }
    }
    return masked;
  }

  private Pattern keyPattern() {
    Pattern known = keyPattern;
    if (known == null) {
      known = Pattern.compile(anyForm(key));
      keyPattern = known;
    }
    return known;
  }

  private static String anyForm(String secret) {
    StringBuilder pattern = new StringBuilder();
    for (char c : secret.toCharArray()) {
      pattern.append(
          String.format(
              Locale.ROOT,
              "(?:\\\\*%s|\\\\+u(?i:%04x)|%%(?i:%02x)|&#0*%d;|&#(?i:x0*%x);%s)",
              Pattern.quote(String.valueOf(c)),
              (int) c,
              (int) c,
              (int) c,
              (int) c,
              named(c)));
    }
    return pattern.toString();
  }

  private static String named(char c) {
    return switch (c) {
      case '&' -> "|&amp;";
      case '<' -> "|&lt;";
      case '>' -> "|&gt;";
      case '"' -> "|&quot;";
      case '\'' -> "|&apos;";
      case ' ' -> "|\\+";
      default -> "";
    };
  }
}
