package io.github.extendclient.internal.catalog;

import com.google.common.collect.ImmutableListMultimap;
import io.github.extendclient.runtime.VersionDescription;
import io.github.extendclient.version.ApiVersions;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ID prefixes and the methods that take them, by the annotations of the generated interfaces.
 * Reads them once, on first use. Thread-safe.
 */
public final class IdRegistry {
  /** The IDs of all API versions of the client, the current one first. */
  public static final IdRegistry ALL_VERSIONS = new IdRegistry(accessors());

  private final LinkedHashMap<String, Class<?>> roots;
  private volatile @Nullable ImmutableListMultimap<String, Taker> takers;

  /**
   * Creates a registry of the interfaces returned by some classes.
   *
   * @param roots the classes by the users' expressions for them, such as {@code extend} or {@code
   *     extend.v20250421()}, in order of preference
   */
  public IdRegistry(LinkedHashMap<String, Class<?>> roots) {
    this.roots = roots;
  }

  private static LinkedHashMap<String, Class<?>> accessors() {
    LinkedHashMap<String, Class<?>> roots = new LinkedHashMap<>();
    for (VersionDescription<?> version : ApiVersions.ALL) {
      String accessor = ".v" + version.apiVersion().replace("-", "") + "()";
      roots.put("extend" + (roots.isEmpty() ? "" : accessor), version.apiType());
    }
    return roots;
  }

  /**
   * Returns the longest known prefix of an ID: {@code exr_} and not {@code ex_}.
   *
   * @param id any text
   * @return the prefix; null if the text starts with none
   */
  public @Nullable String prefixOf(String id) {
    return longestOf(takers().keySet(), id);
  }

  /**
   * Returns the longest of some prefixes that an ID starts with.
   *
   * @param prefixes the prefixes
   * @param id any text
   * @return the prefix; null if the text starts with none
   */
  public static @Nullable String longestOf(Iterable<String> prefixes, String id) {
    String longest = null;
    for (String prefix : prefixes) {
      if (id.startsWith(prefix) && (longest == null || prefix.length() > longest.length())) {
        longest = prefix;
      }
    }
    return longest;
  }

  /**
   * Returns the methods that take IDs with a prefix.
   *
   * @param prefix a prefix such as {@code exr_}
   * @return the methods in the order of the versions, possibly empty
   */
  public List<Taker> takersOf(String prefix) {
    return takers().get(prefix);
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
    for (Map.Entry<String, Class<?>> root : roots.entrySet()) {
      for (Method accessor : Catalog.accessorsOf(root.getValue())) {
        readApi(root.getKey(), accessor.getName(), accessor.getReturnType(), found);
      }
    }
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
      for (IdParameter id : method.ids()) {
        Taker taker =
            new Taker(
                version,
                expression + "." + resource + "()." + method.method().getName(),
                resource,
                method.operation().method(),
                method.operation().path(),
                id.prefixes().size());
        for (String prefix : id.prefixes()) {
          found.put(prefix, taker);
        }
      }
    }
  }

  /**
   * A method with a parameter that takes a prefix.
   *
   * @param apiVersion such as {@code 2026-02-09}
   * @param method the user's expression, such as {@code extend.extractRuns().delete}
   * @param resource such as {@code extractRuns}
   * @param httpMethod such as {@code DELETE}
   * @param path the path template
   * @param alternatives the number of prefixes that the parameter takes
   */
  public record Taker(
      String apiVersion,
      String method,
      String resource,
      String httpMethod,
      String path,
      int alternatives) {}
}
