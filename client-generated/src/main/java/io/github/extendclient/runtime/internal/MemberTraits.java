package io.github.extendclient.runtime.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties that distinguish a class from the other members of a union. */
public final class MemberTraits {
  private Set<String> required = Set.of();
  private final Map<String, String> constants = new HashMap<>();

  MemberTraits() {}

  /**
   * Adds required properties of the class.
   *
   * @param names the names in JSON
   */
  public void required(String... names) {
    required = Set.of(names);
  }

  /**
   * Adds a property with a single permitted value.
   *
   * @param name the name in JSON
   * @param value the value
   */
  public void constant(String name, String value) {
    constants.put(name, value);
  }

  Set<String> required() {
    return required;
  }

  boolean hasConstants() {
    return !constants.isEmpty();
  }

  @Nullable String constant(String name) {
    return constants.get(name);
  }
}
