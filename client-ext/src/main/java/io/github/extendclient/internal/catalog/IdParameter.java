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
 * @param name the API's name
 * @param prefixes the prefixes of its IDs, the documented one first; empty for any
 * @param others the keywords that it accepts instead of an ID; null for none
 */
public record IdParameter(String name, List<String> prefixes, @Nullable Pattern others) {
  /**
   * Returns the path parameter described by annotations.
   *
   * @param annotations the annotations of a parameter
   * @return the parameter; null if it is not in the path
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
   * Returns the prefixes of an ID in a body.
   *
   * @param getter a getter of a model
   * @return the prefixes; null if the property is not an ID
   */
  public static @Nullable List<String> prefixesOf(Method getter) {
    IdPrefix prefix = getter.getAnnotation(IdPrefix.class);
    return prefix == null ? null : List.of(prefix.value());
  }
}
