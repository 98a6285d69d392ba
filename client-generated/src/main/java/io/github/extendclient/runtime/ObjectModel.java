package io.github.extendclient.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all generated objects share: two are equal when they are of one class and all their
 * properties are equal, those without a getter included.
 */
public abstract class ObjectModel implements Model {
  /** For generated code. */
  protected ObjectModel() {}

  /**
   * The properties.
   *
   * @return not changed by anyone from the moment when the object is made
   */
  protected abstract ModelBuilder<?, ?> properties$();

  @Override
  public final Map<String, JsonValue> unknownProperties() {
    return properties$().unknownProperties$();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ObjectModel that
            && getClass() == that.getClass()
            && properties$().hasSameAs(that.properties$()));
  }

  @Override
  public final int hashCode() {
    return properties$().hash();
  }

  /** For people: long values are cut, secrets are masked. */
  @Override
  public final String toString() {
    return properties$().toText(getClass().getSimpleName());
  }
}
