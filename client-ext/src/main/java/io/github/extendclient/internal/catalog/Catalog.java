package io.github.extendclient.internal.catalog;

import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.VersionDescription;
import io.github.extendclient.version.ApiVersions;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;

/** Reads Retrofit interfaces: the generated ones, and others with the same annotations. */
public final class Catalog {
  private Catalog() {}

  /**
   * Returns the methods of an interface that send requests.
   *
   * @param api a Retrofit interface
   * @return the methods of all forms, ordered by name
   */
  public static List<ApiMethod> methodsOf(Class<?> api) {
    List<ApiMethod> found = new ArrayList<>();
    for (Method method : inFixedOrder(api.getMethods())) {
      ApiOperation operation = ApiOperation.in(method.getAnnotations());
      if (operation != null) {
        found.add(new ApiMethod(method, operation, idsOf(method)));
      }
    }
    return found;
  }

  /**
   * Returns the methods that return interfaces.
   *
   * @param root a class such as {@code ExtendApi}
   * @return the methods without parameters whose return type has an {@link ApiVersion}, ordered by
   *     name
   */
  public static List<Method> accessorsOf(Class<?> root) {
    return inFixedOrder(root.getMethods()).stream()
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> versionOf(method.getReturnType()) != null)
        .toList();
  }

  /**
   * Returns the API version of an interface.
   *
   * @param type any class
   * @return a version such as {@code 2026-02-09}; null if the class has none
   */
  public static @Nullable String versionOf(Class<?> type) {
    ApiVersion version = type.getAnnotation(ApiVersion.class);
    return version == null ? null : version.value();
  }

  /**
   * Returns the objects from which the operations of all API versions can be reached.
   *
   * @param apis the operations, such as a client
   * @return the current version first, then the others from the newest to the oldest
   */
  public static List<Object> versionsOf(ApiVersions apis) {
    List<Object> versions = new ArrayList<>();
    versions.add(apis);
    for (VersionDescription<?> version : ApiVersions.ALL.subList(1, ApiVersions.ALL.size())) {
      versions.add(Parameters.call(accessorOf(version), apis));
    }
    return versions;
  }

  private static Method accessorOf(VersionDescription<?> version) {
    return Arrays.stream(ApiVersions.class.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType() == version.apiType())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no accessor of " + version.apiVersion()));
  }

  /**
   * Returns whether a parameter is the body of a request.
   *
   * @param annotations the annotations of the parameter
   * @return true for Retrofit's {@link Body}
   */
  public static boolean isBody(Annotation[] annotations) {
    return Arrays.stream(annotations).anyMatch(Body.class::isInstance);
  }

  private static List<IdParameter> idsOf(Method method) {
    List<IdParameter> ids = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      IdParameter id = IdParameter.in(parameter.getAnnotations());
      if (id != null && !id.prefixes().isEmpty()) {
        ids.add(id);
      }
    }
    return List.copyOf(ids);
  }

  /** Sorts the methods, because reflection returns them in no fixed order. */
  private static List<Method> inFixedOrder(Method[] methods) {
    return Arrays.stream(methods)
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
        .toList();
  }
}
