package io.github.extendclient.internal.catalog;

import io.github.extendclient.runtime.IdPrefix;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Path;

/**
 * A path parameter.
 *
 * @param name as the API spells it
 * @param prefixes with which its IDs may start, the documented one first; empty for any
 * @param others whole texts that it takes instead of an ID; null for none
 */
public record IdParameter(String name, List<String> prefixes, @Nullable Pattern others) {
  /**
   * The path parameter that annotations describe.
   *
   * @param annotations of a parameter
   * @return null if it does not stand in the path
   */
  public static @Nullable IdParameter in(Annotation[] annotations) {
    Path path = null;
    IdPrefix prefix = null;
    for (Annotation annotation : annotations) {
      if (annotation instanceof Path found) {
        path = found;
      } else if (annotation instanceof IdPrefix found) {
        prefix = found;
      }
    }
    if (path == null) {
      return null;
    }
    return prefix == null
        ? new IdParameter(path.value(), List.of(), null)
        : new IdParameter(
            path.value(),
            List.of(prefix.value()),
            prefix.or().isEmpty() ? null : Pattern.compile(prefix.or()));
  }

  /**
   * The prefixes of an ID in a body.
   *
   * @param getter of a model
   * @return null if the property is no ID
   */
  public static @Nullable List<String> prefixesOf(Method getter) {
    IdPrefix prefix = getter.getAnnotation(IdPrefix.class);
    return prefix == null ? null : List.of(prefix.value());
  }
}
