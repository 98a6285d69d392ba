package io.github.extendclient.deletion;

import io.github.extendclient.internal.catalog.ApiMethod;
import io.github.extendclient.internal.catalog.Catalog;
import io.github.extendclient.internal.catalog.IdParameter;
import io.github.extendclient.internal.catalog.Parameters;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the delete operations that take one ID and nothing else, by the annotations of the
 * generated interfaces. If several accept a prefix, it prefers an operation that is not deprecated,
 * then the first API version, then the operation whose documented prefix it is, then the one with
 * the fewest prefixes.
 */
final class AnnotatedRouter implements Router {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::isDeprecated)
          .thenComparingInt(Candidate::version)
          .thenComparingInt(Candidate::position)
          .thenComparingInt(Candidate::prefixes)
          .thenComparing(candidate -> candidate.route().name());

  /** By prefix, longest first, so that {@code workflow_run_} matches before {@code workflow_}. */
  private final Map<String, Routing> routings =
      new TreeMap<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo));

  private record Candidate(
      Route route, boolean isDeprecated, int version, int position, int prefixes) {}

  /**
   * Reads the interfaces of some API versions.
   *
   * @param versions objects whose methods without parameters return generated interfaces, in order
   *     of preference
   */
  AnnotatedRouter(List<?> versions) {
    Map<String, List<Candidate>> found = new HashMap<>();
    for (int version = 0; version < versions.size(); version++) {
      Object accessors = versions.get(version);
      for (Method accessor : Catalog.accessorsOf(accessors.getClass())) {
        read(accessor.getReturnType(), Parameters.call(accessor, accessors), version, found);
      }
    }
    found.forEach(
        (prefix, candidates) ->
            routings.put(
                prefix,
                candidates.stream()
                    .min(BEST_FIRST)
                    .<Routing>map(Candidate::route)
                    .orElseGet(
                        () ->
                            new Refusal(
                                "No operation deletes by an ID alone that starts with "
                                    + prefix
                                    + "."))));
  }

  @Override
  public Routing route(String id) {
    for (Map.Entry<String, Routing> routing : routings.entrySet()) {
      if (id.startsWith(routing.getKey())) {
        return routing.getValue();
      }
    }
    return new Refusal("It does not start with a known prefix.");
  }

  private static void read(
      Class<?> type, Object api, int version, Map<String, List<Candidate>> found) {
    for (ApiMethod method : Catalog.methodsOf(type)) {
      for (IdParameter id : method.ids()) {
        for (String prefix : id.prefixes()) {
          List<Candidate> candidates = found.computeIfAbsent(prefix, p -> new ArrayList<>());
          if (deletesById(method)) {
            candidates.add(
                new Candidate(
                    route(method, type, api),
                    method.isDeprecated(),
                    version,
                    id.prefixes().indexOf(prefix),
                    id.prefixes().size()));
          }
        }
      }
    }
  }

  private static boolean deletesById(ApiMethod method) {
    return method.operation().method().equals("DELETE")
        && method.isBlocking()
        && method.takesOnlyAnId();
  }

  private static Route route(ApiMethod method, Class<?> type, Object api) {
    return new Route(
        method.operation().name() + " (" + Catalog.versionOf(type) + ")",
        id -> Parameters.call(method.method(), api, id));
  }
}
