package io.github.extendclient.internal.catalog;

import io.github.extendclient.runtime.RunOperations;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The methods for one kind of run, by the {@link RunOperations} of the interface. Read once per use
 * of bulk processing.
 *
 * @param create creates a run; takes only a body
 * @param file the property of the body with the document
 * @param list reads a page of run summaries; takes only optional parameters
 * @param retrieve reads a run by its ID
 * @param delete deletes a run by its ID; null if there is none
 */
public record RunMethods(
    ApiMethod create, String file, ApiMethod list, ApiMethod retrieve, @Nullable ApiMethod delete) {

  /**
   * Returns the methods of an interface.
   *
   * @param api a generated interface, or one with the same annotations
   * @return never null
   * @throws IllegalArgumentException if no method has {@link RunOperations}, or an operation that
   *     it names is missing
   */
  public static RunMethods of(Class<?> api) {
    List<ApiMethod> methods =
        Catalog.methodsOf(api).stream().filter(ApiMethod::isBlocking).toList();
    for (ApiMethod create : methods) {
      RunOperations stated = create.method().getAnnotation(RunOperations.class);
      if (stated != null && takesOnlyABody(create.method())) {
        return new RunMethods(
            create,
            stated.file(),
            require(api, methods, stated.list(), RunMethods::takesOptionalParameters),
            require(api, methods, stated.retrieve(), ApiMethod::takesOnlyAnId),
            stated.delete().isEmpty()
                ? null
                : require(api, methods, stated.delete(), ApiMethod::takesOnlyAnId));
      }
    }
    throw new IllegalArgumentException(
        api.getSimpleName()
            + " has no method with @RunOperations that takes a body and nothing else: give an"
            + " interface whose runs work on one document and are listed, such as that of parse"
            + " runs.");
  }

  private static boolean takesOnlyABody(Method method) {
    return method.getParameterCount() == 1 && Catalog.isBody(method.getParameterAnnotations()[0]);
  }

  private static boolean takesOptionalParameters(ApiMethod method) {
    return method.method().getParameterCount() == 1;
  }

  private static ApiMethod require(
      Class<?> api, List<ApiMethod> methods, String id, Predicate<ApiMethod> fits) {
    return methods.stream()
        .filter(method -> method.operation().id().equals(id))
        .filter(fits)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The @RunOperations of "
                        + api.getSimpleName()
                        + " name the operation "
                        + id
                        + ", but no method of the interface sends it with an ID, or with optional"
                        + " parameters for a list, as its only parameter."));
  }
}
