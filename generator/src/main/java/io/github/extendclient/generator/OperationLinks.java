package io.github.extendclient.generator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the method of an operation mentioned in a description.
 *
 * @param methods the methods by operation ID, and by HTTP method and path
 */
record OperationLinks(Map<String, Target> methods) {
  /** The method of an operation. */
  record Target(String api, String method) {}

  /**
   * Returns the target of {@code {@link}}.
   *
   * @param code the text of a code span
   * @param here the interface of the description; null in other files
   * @param apiPackage the package of the interfaces
   * @param imports the imports of the file
   * @return the target; null if the text mentions no operation
   */
  @Nullable String link(String code, @Nullable String here, String apiPackage, Imports imports) {
    Target target = methods.get(code);
    if (target == null) {
      return null;
    }
    return target.api().equals(here)
        ? "#" + target.method()
        : imports.use(apiPackage + "." + target.api()) + "#" + target.method();
  }
}
