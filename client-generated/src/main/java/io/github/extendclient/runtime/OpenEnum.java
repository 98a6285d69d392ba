package io.github.extendclient.runtime;

/**
 * A value of a list that the API may lengthen at any time. Generated classes have a constant for
 * each value that the specification names, and keep any other text that the server sends.
 */
public interface OpenEnum {
  /**
   * The text on the wire.
   *
   * @return never null
   */
  String value();

  /**
   * Whether the specification names this value.
   *
   * @return false for a value that is newer than this client
   */
  boolean isKnown();
}
