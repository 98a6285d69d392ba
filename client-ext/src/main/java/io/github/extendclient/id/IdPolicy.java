package io.github.extendclient.id;

/**
 * How strictly the client checks an ID before it sends a request. The checks need no network: a
 * wrong ID fails at the call.
 */
public enum IdPolicy {
  /** Accepts only IDs with a prefix from the specification. The default. */
  STRICT,
  /**
   * Rejects only IDs with the prefix of another resource. Use it if the vendor changes prefixes,
   * which the API's rules permit, until a new release of this client.
   */
  LENIENT,
  /**
   * Rejects only texts that cannot be an ID: blank, longer than 255 characters, or with characters
   * other than letters, digits, {@code _} and {@code -}.
   */
  OFF
}
