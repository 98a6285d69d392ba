package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.config.ClientConfig;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The headers of all requests of one interface, until the key changes. */
final class StandardHeaders {
  private static final String ACCEPT = "Accept";

  private final String key;
  private final Headers headers;
  private final Secrets secrets;

  StandardHeaders(ClientConfig config, @Nullable String version, String key) {
    this.key = key;
    this.secrets = new Secrets(key, config.headers().values());
    Headers.Builder builder =
        new Headers.Builder()
            .set("Authorization", "Bearer " + key)
            .set("User-Agent", config.userAgent())
            .set(ACCEPT, "application/json");
    if (version != null) {
      builder.set("x-extend-api-version", version);
    }
    if (config.workspace() != null) {
      builder.set("x-extend-workspace-id", config.workspace());
    }
    config.headers().forEach(builder::set);
    this.headers = builder.build();
  }

  Secrets secrets() {
    return secrets;
  }

  boolean carry(String other) {
    return key.equals(other);
  }

  /**
   * Merges these headers with others. These replace others of the same name, except {@code Accept},
   * with which an operation requests text or bytes.
   */
  Headers over(Headers others) {
    if (others.size() == 0) {
      return headers;
    }
    Headers.Builder all = others.newBuilder();
    for (int i = 0; i < headers.size(); i++) {
      if (!headers.name(i).equals(ACCEPT) || others.get(ACCEPT) == null) {
        all.set(headers.name(i), headers.value(i));
      }
    }
    return all.build();
  }
}
