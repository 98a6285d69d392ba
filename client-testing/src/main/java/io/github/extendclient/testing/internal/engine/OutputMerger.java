package io.github.extendclient.testing.internal.engine;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the outputs of several extractors; each field is taken as a whole from one of them. */
public final class OutputMerger {
  /**
   * The output of one extractor.
   *
   * @param name of the extractor, for the alphabetic order
   * @param output {@code value} and {@code metadata}
   */
  public record ExtractorOutput(String name, JsonObject output) {}

  private OutputMerger() {}

  /**
   * Merges outputs.
   *
   * @param parts in the order in which they were found
   * @param order as the API spells it; any other than the four is {@code confidence}
   */
  public static JsonObject merge(List<ExtractorOutput> parts, String order) {
    List<ExtractorOutput> ranked = new ArrayList<>(parts);
    if (order.equals("alphabetic")) {
      ranked.sort(Comparator.comparing(ExtractorOutput::name));
    } else if (order.equals("last_to_execute")) {
      Collections.reverse(ranked);
    }
    boolean byOrder = Set.of("alphabetic", "first_to_execute", "last_to_execute").contains(order);
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.addAll(object(part, "value").keySet()));
    JsonObject value = new JsonObject();
    JsonObject metadata = new JsonObject();
    for (String name : names) {
      ExtractorOutput best = best(ranked, name, byOrder);
      value.put(name, best == null ? null : object(best, "value").get(name));
      ExtractorOutput source = best == null ? ranked.get(0) : best;
      object(source, "metadata")
          .forEach(
              (path, entry) -> {
                if (isOf(name, path)) {
                  metadata.put(path, entry);
                }
              });
    }
    return JsonObject.of("value", value).with("metadata", metadata);
  }

  /** The first part with a value, or the part with the highest confidence. */
  private static @Nullable ExtractorOutput best(
      List<ExtractorOutput> ranked, String name, boolean byOrder) {
    ExtractorOutput best = null;
    for (ExtractorOutput part : ranked) {
      Object found = object(part, "value").get(name);
      boolean empty = found == null || found instanceof List<?> list && list.isEmpty();
      if (!empty
          && (best == null
              || !byOrder && confidence(part, name).compareTo(confidence(best, name)) > 0)) {
        best = part;
      }
    }
    return best;
  }

  /** The lowest confidence of the parts of a field. */
  private static BigDecimal confidence(ExtractorOutput part, String name) {
    return object(part, "metadata").entrySet().stream()
        .filter(entry -> isOf(name, entry.getKey()))
        .map(entry -> entry.getValue() instanceof JsonObject one ? one : new JsonObject())
        .map(entry -> entry.get("logprobsConfidence") instanceof BigDecimal b ? b : null)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  private static boolean isOf(String name, String path) {
    return path.equals(name) || path.startsWith(name + ".") || path.startsWith(name + "[");
  }

  private static JsonObject object(ExtractorOutput part, String name) {
    return part.output().get(name) instanceof JsonObject object ? object : new JsonObject();
  }
}
