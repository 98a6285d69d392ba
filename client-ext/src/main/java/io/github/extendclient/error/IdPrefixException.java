package io.github.extendclient.error;

import java.util.List;

/**
 * Thrown before a request is sent if an ID belongs to another resource, or cannot be an ID. The
 * client's ID policy sets how strict the check is.
 */
public final class IdPrefixException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  @SuppressWarnings("serial") // Always one of the JDK's unmodifiable lists, which are serializable.
  private final List<String> prefixes;

  IdPrefixException(String parameter, List<String> prefixes, String message) {
    super(message, null);
    this.parameter = parameter;
    this.prefixes = List.copyOf(prefixes);
  }

  /** {@return the API's name of the parameter} */
  public String parameter() {
    return parameter;
  }

  /**
   * {@return the accepted prefixes, the documented one first; empty if the parameter accepts any}
   */
  public List<String> prefixes() {
    return prefixes;
  }
}
