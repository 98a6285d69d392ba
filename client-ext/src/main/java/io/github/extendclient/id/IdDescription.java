package io.github.extendclient.id;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of an ID, by its prefix.
 *
 * @param prefix the prefix, such as {@code exr_}; null if no operation takes such IDs
 * @param resource the resource, by the client's method name, such as {@code extractRuns}; null if
 *     the prefix is null
 * @param operations the operations that take such IDs, by API version, the current one first;
 *     unmodifiable
 */
public record IdDescription(
    @Nullable String prefix, @Nullable String resource, Map<String, List<IdOperation>> operations) {
  /** Returns one line for the resource and one per operation. */
  @Override
  public String toString() {
    if (prefix == null) {
      return "No operation takes IDs that start like this.";
    }
    return prefix
        + " is of "
        + resource
        + operations.entrySet().stream()
            .flatMap(
                version ->
                    version.getValue().stream()
                        .map(operation -> "\n  " + version.getKey() + "  " + operation))
            .collect(Collectors.joining());
  }
}
