package io.github.extendclient.internal.catalog;

import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import retrofit2.http.Body;
import retrofit2.http.Path;
import retrofit2.http.Url;

/**
 * Checks an interface written by a user before Retrofit implements it: it must have the annotations
 * that the client needs, and must not send the API key to another server.
 */
public final class OwnApi {
  private OwnApi() {}

  /**
   * Checks an interface.
   *
   * @param api the user's interface
   * @throws IllegalArgumentException if the class is not an interface, or an annotation is missing
   *     or wrong
   */
  public static void check(Class<?> api) {
    String name = api.getName();
    if (!api.isInterface() || api.isAnnotation()) {
      throw new IllegalArgumentException(
          name
              + " is not an interface: give one whose methods have Retrofit's annotations and"
              + " @Operation.");
    }
    String version = Catalog.versionOf(api);
    if (version == null || version.isBlank()) {
      throw new IllegalArgumentException(
          name
              + (version == null ? " has no @ApiVersion annotation" : " has a blank @ApiVersion")
              + ": add one such as @ApiVersion(\"2026-02-09\"), so that each request names the API"
              + " version.");
    }
    List<Method> methods =
        Arrays.stream(api.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .toList();
    if (methods.isEmpty()) {
      throw new IllegalArgumentException(
          name + " has no method that sends a request: declare one with @GET, @POST or the like.");
    }
    methods.forEach(OwnApi::check);
    Arrays.stream(api.getMethods()).filter(Method::isDefault).forEach(OwnApi::checkDefault);
  }

  private static void check(Method method) {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    Operation operation = method.getAnnotation(Operation.class);
    if (operation == null) {
      throw new IllegalArgumentException(
          name
              + " has no @Operation annotation: add one, so that the client knows whether the"
              + " request may be sent twice.");
    }
    checkTimeout(name, operation.timeout());
    ApiOperation read = ApiOperation.in(method.getAnnotations());
    if (read == null) {
      throw new IllegalArgumentException(
          name
              + " has no HTTP annotation of Retrofit: add one such as @GET(\"files\"), or make it a"
              + " default method.");
    }
    if (read.path().startsWith("//") || read.path().contains("://")) {
      throw new IllegalArgumentException(
          name + " has an absolute URL, to which the API key would be sent: give a path.");
    }
    checkRecords(name, method.getGenericReturnType());
    for (Parameter parameter : method.getParameters()) {
      check(name, parameter);
      if (has(parameter.getAnnotations(), Body.class)) {
        checkRecords(name, parameter.getParameterizedType());
      }
    }
  }

  /** Checks that records are public; otherwise, Moshi would fail with an unclear error. */
  private static void checkRecords(String name, Type type) {
    if (type instanceof ParameterizedType parameterized) {
      for (Type argument : parameterized.getActualTypeArguments()) {
        checkRecords(name, argument);
      }
    } else if (type instanceof Class<?> raw
        && raw.isRecord()
        && !Modifier.isPublic(raw.getModifiers())) {
      throw new IllegalArgumentException(
          name + " uses the record " + raw.getName() + ", which is not public: make it public.");
    }
  }

  private static void checkDefault(Method method) {
    Class<?> declaring = method.getDeclaringClass();
    if (!Modifier.isPublic(declaring.getModifiers())) {
      throw new IllegalArgumentException(
          declaring.getName()
              + " has the default method "
              + method.getName()
              + ", which Retrofit can only call in a public interface: make it public.");
    }
  }

  private static void checkTimeout(String name, String timeout) {
    try {
      if (!timeout.isEmpty()) {
        Duration.parse(timeout);
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name
              + " has the timeout \""
              + timeout
              + "\": give a duration of ISO 8601 such as PT330S, or leave it out.",
          e);
    }
  }

  private static void check(String name, Parameter parameter) {
    Annotation[] annotations = parameter.getAnnotations();
    if (has(annotations, Url.class)) {
      throw new IllegalArgumentException(
          name
              + " takes a URL, to which the API key would be sent: take parts of the path with"
              + " @Path.");
    }
    boolean isChecked = has(annotations, Path.class) && parameter.getType() == String.class;
    if (has(annotations, IdPrefix.class) && !isChecked) {
      throw new IllegalArgumentException(
          name
              + " has @IdPrefix on a parameter that would not be checked: IDs are checked in a"
              + " String with @Path.");
    }
  }

  private static boolean has(Annotation[] annotations, Class<? extends Annotation> type) {
    return Arrays.stream(annotations).anyMatch(type::isInstance);
  }
}
