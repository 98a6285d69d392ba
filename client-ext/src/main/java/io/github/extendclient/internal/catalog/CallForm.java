package io.github.extendclient.internal.catalog;

import io.github.extendclient.runtime.Upload;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of an operation with the most parameters: a blocking method and the kinds of its
 * arguments.
 *
 * @param method the method, which sends the request or calls the one that does
 * @param arguments the arguments in the order of the method
 */
public record CallForm(Method method, List<Argument> arguments) {
  /** The kind of an argument. */
  public enum Kind {
    /** A part of the path. */
    PATH,
    /** The body, a model. */
    BODY,
    /** A file to upload. */
    FILE,
    /** All optional parameters, in a generated class with a builder. */
    OPTIONAL
  }

  /**
   * An argument of the method.
   *
   * @param kind the kind
   * @param name the API's name; for {@code BODY} and {@code OPTIONAL}, the method's own
   * @param type the type of the parameter
   * @param prefixes the ID prefixes of a {@code PATH}; otherwise empty
   */
  public record Argument(Kind kind, String name, Class<?> type, List<String> prefixes) {}

  /**
   * Returns the form of an operation.
   *
   * @param api the interface
   * @param operation one of its methods
   * @return never null
   * @throws IllegalArgumentException if no form has known annotations
   */
  public static CallForm of(Class<?> api, ApiMethod operation) {
    return Arrays.stream(api.getMethods())
        .filter(method -> method.getName().equals(operation.method().getName()))
        .filter(ApiMethod::isBlocking)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(CallForm::read)
        .filter(Objects::nonNull)
        .max(
            Comparator.comparingInt((CallForm form) -> form.arguments().size())
                .thenComparing(form -> form.method().toGenericString()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No form of " + operation.method() + " is known by its annotations."));
  }

  private static @Nullable CallForm read(Method method) {
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      Argument argument = argument(parameter);
      if (argument == null) {
        return null;
      }
      arguments.add(argument);
    }
    return new CallForm(method, List.copyOf(arguments));
  }

  private static @Nullable Argument argument(Parameter parameter) {
    Class<?> type = parameter.getType();
    IdParameter id = IdParameter.in(parameter.getAnnotations());
    if (id != null) {
      return new Argument(Kind.PATH, id.name(), type, id.prefixes());
    }
    if (Catalog.isBody(parameter.getAnnotations())) {
      return new Argument(Kind.BODY, parameter.getName(), type, List.of());
    }
    if (type == Upload.class) {
      return new Argument(Kind.FILE, parameter.getName(), type, List.of());
    }
    return Parameters.hasBuilder(type)
        ? new Argument(Kind.OPTIONAL, parameter.getName(), type, List.of())
        : null;
  }
}
