package io.github.extendclient.id;

/**
 * How strictly the client checks an ID before it sends a request. The checks need no network: a
 * wrong ID fails at the call.
 */
public enum IdPolicy {
  /** Accepts only IDs that start with a prefix which the API's description names. The default. */
  STRICT,
  /**
   * Refuses only IDs that carry the prefix of another resource. For the time between a change of
   * prefixes at the vendor, which the API's rules allow, and a new release of this client.
   */
  LENIENT,
  /**
   * Refuses only what can never be an ID: blank, longer than 255 characters, or with anything but
   * letters, digits, {@code _} and {@code -}.
   */
  OFF
}
