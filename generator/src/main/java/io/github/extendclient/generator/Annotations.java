package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Generates annotations from extensions of the specification. */
final class Annotations {
  private Annotations() {}

  /** Returns the annotation of an ID; null if the extensions have no prefix. */
  static @Nullable String idPrefix(Map<String, Object> extensions, Imports imports) {
    if (!(extensions.get("x-extend-id") instanceof List<?> prefixes)) {
      return null;
    }
    String list =
        prefixes.stream()
            .map(prefix -> Literals.text(prefix.toString()))
            .collect(Collectors.joining(", "));
    String value = prefixes.size() == 1 ? list : "{" + list + "}";
    String name = "@" + imports.use(RUNTIME + "IdPrefix") + "(";
    Object or = extensions.get("x-extend-id-or");
    return or == null
        ? name + value + ")"
        : name + "value = " + value + ", or = " + Literals.text(or.toString()) + ")";
  }
}
