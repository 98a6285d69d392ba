package io.github.extendclient.internal.id;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import io.github.extendclient.IdDescription;
import io.github.extendclient.IdOperation;
import io.github.extendclient.internal.catalog.ApiMethod;
import io.github.extendclient.internal.catalog.Catalog;
import io.github.extendclient.internal.catalog.IdParameter;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which prefixes there are and which methods take them, by the catalog of the generated interfaces.
 * Read once, when first asked.
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
          for (Method accessor : Catalog.accessorsOf(root)) {
            readApi(expression, accessor.getName(), accessor.getReturnType(), found);
          }
        });
    return found.build();
  }

  private static void readApi(
      String expression,
      String resource,
      Class<?> api,
      ImmutableListMultimap.Builder<String, Taker> found) {
    String version = Objects.requireNonNull(Catalog.versionOf(api));
    for (ApiMethod method : Catalog.methodsOf(api)) {
      if (!method.isBlocking()) {
        continue;
      }
      IdOperation described =
          new IdOperation(
              expression + "." + resource + "()." + method.method().getName(),
              resource,
              method.operation().method(),
              method.operation().path());
      for (IdParameter id : method.ids()) {
        Taker taker = new Taker(version, described, id.prefixes().size());
        for (String prefix : id.prefixes()) {
          found.put(prefix, taker);
        }
      }
    }
  }

  /**
   * A method with a parameter that takes a prefix.
   *
   * @param alternatives how many prefixes the parameter takes
   */
  private record Taker(String apiVersion, IdOperation operation, int alternatives) {}
}
