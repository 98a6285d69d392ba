package io.github.extendclient.operation;

import io.github.extendclient.internal.catalog.CallForm;
import io.github.extendclient.internal.catalog.Parameters;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Upload;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the arguments of a method from names and values, for one call. */
final class Arguments {
  private final NamedOperation operation;
  private final CallForm form;

  Arguments(NamedOperation operation, CallForm form) {
    this.operation = operation;
    this.form = form;
  }

  /**
   * Returns the arguments in the order of the method.
   *
   * @throws IllegalArgumentException if a value is missing, unknown or of another type
   */
  Object[] of(Map<String, ?> values, @Nullable JsonValue body) {
    if (body != null && !operation.hasBody()) {
      throw new IllegalArgumentException(operation.route() + " has no body: leave it out.");
    }
    Map<String, Object> left = new TreeMap<>(values);
    Object[] arguments =
        form.arguments().stream().map(argument -> make(argument, left, body)).toArray();
    if (!left.isEmpty()) {
      throw unknown(left.keySet().iterator().next());
    }
    return arguments;
  }

  /**
   * Returns the API's name of a setter's parameter; the Java name of a keyword ends with an
   * underscore.
   */
  static String nameOf(Method setter) {
    String name = setter.getName();
    return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
  }

  private Object make(
      CallForm.Argument argument, Map<String, Object> left, @Nullable JsonValue body) {
    return switch (argument.kind()) {
      case PATH ->
          ParameterText.read(
              argument.name(), String.valueOf(take(argument.name(), left)), argument.type());
      case FILE -> file(argument.name(), take(argument.name(), left));
      case BODY -> body(argument.type(), body);
      case OPTIONAL -> optional(argument.type(), left);
    };
  }

  private Object take(String name, Map<String, Object> left) {
    Object value = left.remove(name);
    if (value == null) {
      throw new IllegalArgumentException(operation.route() + " needs " + name + ": give it.");
    }
    return value;
  }

  private static Upload file(String name, Object value) {
    if (value instanceof Upload upload) {
      return upload;
    }
    throw new IllegalArgumentException(name + " is a file: give an Upload.");
  }

  private static Object optional(Class<?> type, Map<String, Object> left) {
    Map<Method, Object> values = new LinkedHashMap<>();
    for (Method setter : Parameters.settersOf(type)) {
      Object value = left.remove(nameOf(setter));
      if (value != null) {
        Class<?> wanted = setter.getParameterTypes()[0];
        values.put(
            setter,
            wanted.isInstance(value)
                ? value
                : ParameterText.read(nameOf(setter), value.toString(), wanted));
      }
    }
    return Parameters.set(type, values);
  }

  private Object body(Class<?> type, @Nullable JsonValue body) {
    if (body == null) {
      throw new IllegalArgumentException(operation.route() + " needs a body: give JSON.");
    }
    try {
      return type.getMethod("fromJson", String.class).invoke(null, body.json());
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "The body does not fit " + operation.route() + ": " + e.getCause().getMessage(),
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be read from JSON", e);
    }
  }

  private IllegalArgumentException unknown(String name) {
    List<String> names = operation.parameters().stream().map(OperationParameter::name).toList();
    return new IllegalArgumentException(
        operation.route()
            + " has no parameter \""
            + name
            + "\": "
            + (names.isEmpty() ? "it takes none." : "it takes " + String.join(", ", names) + "."));
  }
}
