package io.github.extendclient.generator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the method of an operation that a description mentions.
 *
 * @param methods from method and path, or the ID of an operation, to interface and method
 */
record OperationLinks(Map<String, Target> methods) {
  /** The method of an operation. */
  record Target(String api, String method) {}

  /**
   * What stands in {@code {@link}}.
   *
   * @param code the text of a code span
   * @param here the interface in which it stands; null for another file
   * @param apiPackage the package of the interfaces
   * @param imports of the file
   * @return null if it mentions no operation
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
