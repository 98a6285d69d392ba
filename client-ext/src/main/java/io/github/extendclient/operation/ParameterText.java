package io.github.extendclient.operation;

import io.github.extendclient.runtime.OpenEnum;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the text of a parameter to the type of its setter. Stateless. */
final class ParameterText {
  private ParameterText() {}

  /**
   * Converts a text.
   *
   * @throws IllegalArgumentException if the text is not a value of the type
   */
  static Object read(String name, String text, Class<?> type) {
    try {
      if (type == String.class) {
        return text;
      } else if (type == Integer.class) {
        return Integer.valueOf(text);
      } else if (type == Long.class) {
        return Long.valueOf(text);
      } else if (type == Double.class) {
        return Double.valueOf(text);
      } else if (type == OffsetDateTime.class) {
        return OffsetDateTime.parse(text);
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw wrong(name, text, type, e);
    }
    if (type == Boolean.class) {
      if (!text.equals("true") && !text.equals("false")) {
        throw wrong(name, text, type, null);
      }
      return Boolean.valueOf(text);
    }
    return named(name, text, type);
  }

  /** Describes the expected text, for people. */
  static String describe(Class<?> type) {
    if (type == Integer.class || type == Long.class) {
      return "whole number";
    } else if (type == Double.class) {
      return "number";
    } else if (type == Boolean.class) {
      return "true or false";
    } else if (type == OffsetDateTime.class) {
      return "time";
    }
    return "text";
  }

  /** Returns the constants of an open enum; none for other types. */
  static List<String> valuesOf(Class<?> type) {
    if (!OpenEnum.class.isAssignableFrom(type)) {
      return List.of();
    }
    try {
      return ((List<?>) type.getMethod("values").invoke(null))
          .stream().map(String::valueOf).toList();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no values()", e);
    }
  }

  private static Object named(String name, String text, Class<?> type) {
    try {
      return type.getMethod("of", String.class).invoke(null, text);
    } catch (InvocationTargetException e) {
      throw wrong(name, text, type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          name + " cannot be given as text: its type is " + type.getSimpleName() + ".", e);
    }
  }

  private static IllegalArgumentException wrong(
      String name, String text, Class<?> type, @Nullable Throwable cause) {
    String example = type == OffsetDateTime.class ? ", such as 2026-11-28T12:00:00Z" : "";
    return new IllegalArgumentException(
        name + " is \"" + text + "\": give a " + describe(type) + example + ".", cause);
  }
}
