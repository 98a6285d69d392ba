package io.github.extendclient.runtime.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Formats an object for people: truncates long values and omits absent ones. Shows only the names
 * of unknown properties, because any of them may be a secret.
 */
public final class ModelText {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_NAMES = 50;

  private final StringBuilder text;
  private boolean empty = true;

  /**
   * Starts the text of one object.
   *
   * @param typeName the name of the class
   */
  public ModelText(String typeName) {
    text = new StringBuilder(typeName).append('{');
  }

  /**
   * Adds a property.
   *
   * @param name its name
   * @param value its value; null is omitted
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
    names.stream().limit(MAX_NAMES).forEach(name -> append(cut(name), "…"));
    int more = names.size() - MAX_NAMES;
    if (more > 0) {
      text.append(", and ").append(more).append(" more");
    }
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

  /** Formats the elements up to the limit: a parsed document has thousands. */
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
