package io.github.extendclient.internal.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one kind of run.
 *
 * @param create starts a run; takes a body and nothing else
 * @param file the property of that body that takes the document
 * @param list reads summaries of runs, page by page
 * @param retrieve reads a run by its ID
 * @param delete deletes a run by its ID; null if there is none
 */
public record RunOperations(
    ApiMethod create, String file, ApiMethod list, ApiMethod retrieve, @Nullable ApiMethod delete) {

  /**
   * The operations of an interface.
   *
   * @param api a generated interface
   * @return never null
   * @throws IllegalArgumentException if its runs cannot be created from one document and listed
   */
  public static RunOperations of(Class<?> api) {
    List<ApiMethod> methods =
        Catalog.methodsOf(api).stream().filter(ApiMethod::isBlocking).toList();
    ApiMethod create = find(methods, "create", 1);
    ApiMethod list = find(methods, "list", 1);
    ApiMethod retrieve = find(methods, "retrieve", 1);
    if (create == null || list == null || retrieve == null) {
      throw new IllegalArgumentException(
          api.getSimpleName()
              + " has no runs that can be created, listed and retrieved: give an interface such as"
              + " that of parse runs.");
    }
    return new RunOperations(create, "file", list, retrieve, find(methods, "delete", 1));
  }

  private static @Nullable ApiMethod find(List<ApiMethod> methods, String name, int parameters) {
    return methods.stream()
        .filter(method -> method.method().getName().equals(name))
        .filter(method -> method.method().getParameterCount() == parameters)
        .findFirst()
        .orElse(null);
  }
}
