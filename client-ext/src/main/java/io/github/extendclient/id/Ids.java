package io.github.extendclient.id;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import io.github.extendclient.internal.catalog.IdRegistry;
import io.github.extendclient.internal.catalog.IdRegistry.Taker;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Describes IDs by their prefixes, without a network.
 *
 * <pre>{@code
 * System.out.println(Ids.describe("exr_Xj8mK2pL9nR4vT7qY5wZ"));
 * }</pre>
 */
public final class Ids {
  private Ids() {}

  /**
   * Returns the resource of an ID and the operations that take it.
   *
   * @param id an ID or only its prefix, otherwise unchecked
   * @return the description; its prefix is null if no operation takes such IDs
   */
  public static IdDescription describe(String id) {
    IdRegistry registry = IdRegistry.ALL_VERSIONS;
    String prefix = registry.prefixOf(Objects.requireNonNull(id, "id"));
    if (prefix == null) {
      return new IdDescription(null, null, Map.of());
    }
    List<Taker> takers = registry.takersOf(prefix);
    ImmutableSetMultimap<String, IdOperation> operations =
        takers.stream()
            .collect(
                ImmutableSetMultimap.toImmutableSetMultimap(
                    Taker::apiVersion,
                    taker ->
                        new IdOperation(
                            taker.method(), taker.resource(), taker.httpMethod(), taker.path())));
    // Legacy operations take the IDs of several resources; longer paths belong to subresources.
    Taker closest =
        Collections.min(
            takers,
            Comparator.comparingInt(Taker::alternatives)
                .thenComparing(taker -> taker.path().length()));
    return new IdDescription(
        prefix,
        closest.resource(),
        ImmutableMap.copyOf(Maps.transformValues(operations.asMap(), List::copyOf)));
  }
}
