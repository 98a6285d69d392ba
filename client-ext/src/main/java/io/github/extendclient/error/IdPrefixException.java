package io.github.extendclient.error;

import java.util.List;

/**
 * An ID was refused before anything was sent: it belongs to another resource, or can never be an
 * ID. How strict the check is can be set with the client's ID policy.
 */
public final class IdPrefixException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  @SuppressWarnings("serial") // always one of the JDK's unmodifiable lists, which are serializable
  private final List<String> prefixes;

  IdPrefixException(String parameter, List<String> prefixes, String message) {
    super(message, null);
    this.parameter = parameter;
    this.prefixes = List.copyOf(prefixes);
  }

  /** {@return the name of the parameter, as the API spells it} */
  public String parameter() {
    return parameter;
  }

  /** {@return the prefixes that fit, the documented one first; empty if the parameter takes any} */
  public List<String> prefixes() {
    return prefixes;
  }
}
