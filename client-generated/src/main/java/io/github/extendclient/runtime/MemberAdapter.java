package io.github.extendclient.runtime;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a class that is a member of a union, and says how to tell it from the others.
 *
 * @param <T> the class
 * @param <B> its builder
 */
public abstract class MemberAdapter<T, B> extends ObjectAdapter<T, B> {
  /** For generated code. */
  protected MemberAdapter() {}

  /**
   * Sets a property that tells members of a union apart and was read by the union.
   *
   * @param builder takes the property
   * @param name the property
   * @param value its text
   */
  protected abstract void readTag(B builder, String name, String value);

  /**
   * The properties that an object of this class always has.
   *
   * @return their names in JSON
   */
  protected abstract Set<String> requiredNames();

  /**
   * All properties of this class.
   *
   * @return their names in JSON
   */
  protected abstract Set<String> knownNames();

  /**
   * The only text that a property may have.
   *
   * @param name the property in JSON
   * @return null if the property is not restricted to one text
   */
  protected abstract @Nullable String constant(String name);
}
