package io.github.extendclient.internal.call;

import okhttp3.HttpUrl;

/** Scheme, host and port: the bounds within which the key may travel. */
final class Origin {
  private final HttpUrl url;

  Origin(HttpUrl url) {
    this.url = url;
  }

  boolean contains(HttpUrl other) {
    return url.scheme().equals(other.scheme())
        && url.host().equals(other.host())
        && url.port() == other.port();
  }

  static String text(HttpUrl url) {
    boolean defaultPort = url.port() == HttpUrl.defaultPort(url.scheme());
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.scheme() + "://" + host + (defaultPort ? "" : ":" + url.port());
  }

  @Override
  public String toString() {
    return text(url);
  }
}
