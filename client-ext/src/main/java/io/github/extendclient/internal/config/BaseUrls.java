package io.github.extendclient.internal.config;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Checks base URLs, and removes possible secrets from them for messages. */
public final class BaseUrls {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|::1");

  private BaseUrls() {}

  /**
   * Checks a base URL.
   *
   * @param text the user's text
   * @param source where the user set it, for messages
   * @return a URL whose path ends with a slash
   * @throws IllegalArgumentException if it is not a URL to which the key may be sent
   */
  public static HttpUrl parse(String text, String source) {
    if (text.isBlank()) {
      throw refused(text, source, "is blank: write a URL such as https://api.extend.ai");
    }
    if (!SCHEME.matcher(text).matches()) {
      throw refused(text, source, "has no scheme: write https://" + shown(text));
    }
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw refused(
          text, source, "is not an http or https URL: write one such as https://api.extend.ai");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw refused(
          text,
          source,
          "contains a user name or password: leave them out, the key goes in a header");
    }
    if (url.query() != null || url.fragment() != null) {
      throw refused(text, source, "has a query or fragment: write the URL up to its path only");
    }
    if (!isSafe(url)) {
      throw refused(
          text,
          source,
          "would send the API key unencrypted: write https, http is for localhost only");
    }
    return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
  }

  /**
   * Returns whether requests to a URL are encrypted or stay on this machine.
   *
   * @param url any URL
   * @return true for https, and for http to a loopback host
   */
  public static boolean isSafe(HttpUrl url) {
    return url.isHttps() || LOOPBACK.matcher(url.host()).matches();
  }

  private static IllegalArgumentException refused(String text, String source, String why) {
    return new IllegalArgumentException(
        "The base URL \"" + shown(text) + "\" from " + source + " " + why + ".");
  }

  /** Returns the URL without user info, query and fragment. */
  private static String shown(String text) {
    String cut = text.split("[?#]", 2)[0];
    int scheme = cut.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int slash = cut.indexOf('/', start);
    int end = slash < 0 ? cut.length() : slash;
    int at = cut.lastIndexOf('@', end - 1);
    return (at >= start ? cut.substring(0, start) + cut.substring(at + 1) : cut)
        .replaceAll("\\p{Cntrl}", "?");
  }
}
