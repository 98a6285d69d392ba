package io.github.extendclient.runtime.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tells the objects of a class from those of the other members of a union. */
public final class MemberTraits {
  private Set<String> required = Set.of();
  private final Map<String, String> constants = new HashMap<>();

  MemberTraits() {}

  /**
   * Names the properties that every object of the class has.
   *
   * @param names as they are spelled in JSON
   */
  public void required(String... names) {
    required = Set.of(names);
  }

  /**
   * Names a property that can have only one text.
   *
   * @param name as it is spelled in JSON
   * @param value its text
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
