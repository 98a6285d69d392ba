package io.github.extendclient.runtime.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object for people: long values are cut, and what is absent is left out. Of properties
 * without a getter only the names are shown, as any of them may be a secret.
 */
public final class ModelText {
  private static final int MAX_LENGTH = 200;

  private final StringBuilder text;
  private boolean empty = true;

  /**
   * Starts the text of one object.
   *
   * @param typeName the class to name
   */
  public ModelText(String typeName) {
    text = new StringBuilder(typeName).append('{');
  }

  /**
   * Adds a property.
   *
   * @param name its name
   * @param value its value; null is left out
   * @return this
   */
  public ModelText add(String name, @Nullable Object value) {
    if (value instanceof PartialList<?> partial) {
      append(name, listed(Arrays.asList(partial.items()), "[", "]"));
    } else if (value instanceof PartialMap<?> partial) {
      append(name, listed(partial.all().entrySet(), "{", "}"));
    } else if (value instanceof Collection<?> elements) {
      append(name, listed(elements, "[", "]"));
    } else if (value instanceof Map<?, ?> entries) {
      append(name, listed(entries.entrySet(), "{", "}"));
    } else if (value != null) {
      append(name, cut(value.toString()));
    }
    return this;
  }

  /**
   * Adds properties without their values.
   *
   * @param names of the properties
   * @return this
   */
  public ModelText addNames(Collection<String> names) {
    names.forEach(name -> append(name, "…"));
    return this;
  }

  @Override
  public String toString() {
    return text + "}";
  }

  private void append(String name, String value) {
    if (!empty) {
      text.append(", ");
    }
    empty = false;
    text.append(name).append('=').append(value);
  }

  /** Stops at the first element that is too much: a parsed document has thousands. */
  private static String listed(Collection<?> elements, String open, String close) {
    StringBuilder list = new StringBuilder(open);
    for (Object element : elements) {
      if (list.length() > MAX_LENGTH) {
        break;
      }
      if (list.length() > open.length()) {
        list.append(", ");
      }
      list.append(element);
    }
    return list.length() > MAX_LENGTH
        ? cut(list.toString()) + close + " of " + elements.size()
        : list.append(close).toString();
  }

  private static String cut(String value) {
    return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "…";
  }
}
