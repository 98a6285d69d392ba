package io.github.extendclient.id;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an ID is, as far as its prefix tells.
 *
 * @param prefix what the ID starts with, such as {@code exr_}; null if no operation takes such IDs
 * @param resource what it identifies, as in the name of the client's method, such as {@code
 *     extractRuns}; null if the prefix is
 * @param operations which take such IDs, by API version, the current one first; unmodifiable
 */
public record IdDescription(
    @Nullable String prefix, @Nullable String resource, Map<String, List<IdOperation>> operations) {
  /** One line for the resource and one for each operation. */
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
