package io.github.extendclient.internal.id;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import io.github.extendclient.IdDescription;
import io.github.extendclient.IdOperation;
import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Which prefixes there are and which methods take them, read from the annotations of the generated
 * interfaces. Read once, when first asked.
 */
public final class IdRegistry {
  private final LinkedHashMap<String, Class<?>> roots;
  private volatile @Nullable ImmutableListMultimap<String, Taker> takers;

  /**
   * A registry of what can be reached from some classes.
   *
   * @param roots the expression with which a user gets hold of a class of accessors, such as {@code
   *     extend} or {@code extend.v20250421()}, and that class; in the order of preference
   */
  public IdRegistry(LinkedHashMap<String, Class<?>> roots) {
    this.roots = roots;
  }

  /**
   * What is known of an ID.
   *
   * @param id any text
   * @return without a prefix if nothing is known
   */
  public IdDescription describe(String id) {
    String prefix = prefixOf(id);
    if (prefix == null) {
      return new IdDescription(null, null, Map.of());
    }
    List<Taker> all = takers().get(prefix);
    ImmutableSetMultimap<String, IdOperation> operations =
        all.stream()
            .collect(
                ImmutableSetMultimap.toImmutableSetMultimap(Taker::apiVersion, Taker::operation));
    // Legacy operations take the IDs of several resources, and longer paths are of what is below.
    Taker closest =
        Collections.min(
            all,
            Comparator.comparingInt(Taker::alternatives)
                .thenComparing(taker -> taker.operation().path().length()));
    return new IdDescription(
        prefix,
        closest.operation().resource(),
        ImmutableMap.copyOf(Maps.transformValues(operations.asMap(), List::copyOf)));
  }

  /**
   * The longest known prefix that an ID starts with; {@code exr_} and not {@code ex_}.
   *
   * @param id any text
   * @return null if it starts with none
   */
  @Nullable String prefixOf(String id) {
    return longestOf(takers().keySet(), id);
  }

  static @Nullable String longestOf(Iterable<String> prefixes, String id) {
    String longest = null;
    for (String prefix : prefixes) {
      if (id.startsWith(prefix) && (longest == null || prefix.length() > longest.length())) {
        longest = prefix;
      }
    }
    return longest;
  }

  /** The methods that take IDs with a prefix and use an HTTP method, as a user writes them. */
  List<String> methodsTaking(String prefix, String httpMethod) {
    return takers().get(prefix).stream()
        .map(Taker::operation)
        .filter(operation -> operation.httpMethod().equals(httpMethod))
        .map(IdOperation::method)
        .distinct()
        .toList();
  }

  private ImmutableListMultimap<String, Taker> takers() {
    ImmutableListMultimap<String, Taker> known = takers;
    if (known == null) {
      known = read();
      takers = known;
    }
    return known;
  }

  private ImmutableListMultimap<String, Taker> read() {
    ImmutableListMultimap.Builder<String, Taker> found = ImmutableListMultimap.builder();
    roots.forEach(
        (expression, root) -> {
          for (Method accessor : methodsOf(root)) {
            Class<?> api = accessor.getReturnType();
            if (accessor.getParameterCount() == 0 && api.isAnnotationPresent(ApiVersion.class)) {
              readApi(expression, accessor.getName(), api, found);
            }
          }
        });
    return found.build();
  }

  private static void readApi(
      String expression,
      String resource,
      Class<?> api,
      ImmutableListMultimap.Builder<String, Taker> found) {
    String version = api.getAnnotation(ApiVersion.class).value();
    for (Method method : methodsOf(api)) {
      Operation operation = method.getAnnotation(Operation.class);
      if (operation == null || isTwin(method)) {
        continue;
      }
      IdOperation described =
          new IdOperation(
              expression + "." + resource + "()." + method.getName(),
              resource,
              operation.method(),
              operation.path());
      for (Parameter parameter : method.getParameters()) {
        IdPrefix prefixes = parameter.getAnnotation(IdPrefix.class);
        if (prefixes != null) {
          Taker taker = new Taker(version, described, prefixes.value().length);
          for (String prefix : prefixes.value()) {
            found.put(prefix, taker);
          }
        }
      }
    }
  }

  /** In a fixed order, which reflection does not give. */
  private static List<Method> methodsOf(Class<?> type) {
    return Arrays.stream(type.getMethods()).sorted(Comparator.comparing(Method::getName)).toList();
  }

  /**
   * Whether a method is the future or the call form of an operation.
   *
   * @param method of a generated interface
   * @return false for the blocking form
   */
  public static boolean isTwin(Method method) {
    return method.getReturnType() == Call.class
        || method.getReturnType() == CompletableFuture.class;
  }

  /**
   * A method with a parameter that takes a prefix.
   *
   * @param alternatives how many prefixes the parameter takes
   */
  private record Taker(String apiVersion, IdOperation operation, int alternatives) {}
}
