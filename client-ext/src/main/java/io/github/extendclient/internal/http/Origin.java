package io.github.extendclient.internal.http;

import okhttp3.HttpUrl;

/** Scheme, host and port of the server to which the key may be sent. */
public final class Origin {
  private final HttpUrl url;

  /**
   * Creates the origin of a URL.
   *
   * @param url any URL
   */
  public Origin(HttpUrl url) {
    this.url = url;
  }

  /**
   * Returns whether a URL has this origin.
   *
   * @param other any URL
   * @return true if scheme, host and port are the same
   */
  public boolean contains(HttpUrl other) {
    return url.scheme().equals(other.scheme())
        && url.host().equals(other.host())
        && url.port() == other.port();
  }

  /**
   * Returns a URL without its path and query, which may be secret.
   *
   * @param url any URL
   * @return a text such as {@code https://api.extend.ai}
   */
  public static String text(HttpUrl url) {
    boolean defaultPort = url.port() == HttpUrl.defaultPort(url.scheme());
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.scheme() + "://" + host + (defaultPort ? "" : ":" + url.port());
  }

  @Override
  public String toString() {
    return text(url);
  }
}
