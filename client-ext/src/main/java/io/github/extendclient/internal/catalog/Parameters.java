package io.github.extendclient.internal.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes parameter objects for operations that are known only by name. */
public final class Parameters {
  private Parameters() {}

  /**
   * Makes parameters by the API's names.
   *
   * @param type a generated class with a builder
   * @param values the values by name; unknown names are ignored
   * @return an object of that class
   */
  public static Object of(Class<?> type, Map<String, ?> values) {
    Object builder = call(method(type, "builder"), null);
    for (Map.Entry<String, ?> value : values.entrySet()) {
      Arrays.stream(builder.getClass().getMethods())
          .filter(setter -> setter.getName().equals(value.getKey()))
          .filter(setter -> setter.getParameterCount() == 1)
          .filter(setter -> setter.getParameterTypes()[0].isInstance(value.getValue()))
          .findFirst()
          .ifPresent(setter -> call(setter, builder, value.getValue()));
    }
    return call(method(builder.getClass(), "build"), builder);
  }

  /**
   * Returns whether this class can make parameters of a type.
   *
   * @param type any class
   * @return true for a generated class with a builder
   */
  static boolean hasBuilder(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.getName().equals("builder") && method.getParameterCount() == 0);
  }

  /**
   * Returns the setters of a builder.
   *
   * @param type a generated class with a builder
   * @return the setters, ordered by name
   */
  public static List<Method> settersOf(Class<?> type) {
    Class<?> builder = method(type, "builder").getReturnType();
    return Arrays.stream(builder.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
        .filter(method -> method.getParameterCount() == 1 && method.getReturnType() == builder)
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /**
   * Makes parameters by setters.
   *
   * @param type a generated class with a builder
   * @param values the values for setters of {@link #settersOf}
   * @return an object of that class
   */
  public static Object set(Class<?> type, Map<Method, ?> values) {
    Object builder = call(method(type, "builder"), null);
    values.forEach((setter, value) -> call(setter, builder, value));
    return call(method(builder.getClass(), "build"), builder);
  }

  /**
   * Calls a method of an interface or builder.
   *
   * @param method a public method
   * @param target the object; null for a static method
   * @param arguments the arguments
   * @return the result
   * @throws RuntimeException if the method throws
   */
  public static Object call(Method method, @Nullable Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is not public", e);
    }
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no method " + name, e);
    }
  }
}
