package io.github.extendclient.testing.internal.engine;

import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the outputs of processor runs with the expected outputs: each is equal or not. */
public final class EvaluationMetrics {
  /** An expected output and the output of a run. */
  public record Comparison(JsonObject expected, JsonObject made) {}

  private EvaluationMetrics() {}

  /** The metrics of one kind of processor. */
  public static JsonObject of(ProcessorKind kind, List<Comparison> pairs) {
    return switch (kind) {
      case EXTRACT -> extract(pairs);
      case CLASSIFY -> {
        long right =
            pairs.stream()
                .filter(pair -> Objects.equals(pair.expected().get("id"), pair.made().get("id")))
                .count();
        yield JsonObject.of("accuracy", ratio(right, pairs.size()));
      }
      case SPLIT -> split(pairs);
    };
  }

  private static JsonObject extract(List<Comparison> pairs) {
    Set<String> names = new LinkedHashSet<>();
    pairs.forEach(pair -> names.addAll(value(pair.expected()).keySet()));
    JsonObject fields = new JsonObject();
    long total = 0;
    long right = 0;
    for (String name : names) {
      long expected = 0;
      long present = 0;
      long accurate = 0;
      for (Comparison pair : pairs) {
        Object wanted = value(pair.expected()).get(name);
        Object made = value(pair.made()).get(name);
        expected += wanted == null ? 0 : 1;
        present += made == null ? 0 : 1;
        accurate += Objects.equals(text(wanted), text(made)) ? 1 : 0;
      }
      total += pairs.size();
      right += accurate;
      fields.put(
          name,
          JsonObject.of("countTotal", (long) pairs.size())
              .with("countPresent", present)
              .with("countExpected", expected)
              .with("countAccurate", accurate)
              .with("accuracy", ratio(accurate, pairs.size())));
    }
    return JsonObject.of("accuracy", ratio(right, total)).with("fieldMetrics", fields);
  }

  private static JsonObject split(List<Comparison> pairs) {
    long expected = 0;
    long predicted = 0;
    long correct = 0;
    for (Comparison pair : pairs) {
      List<String> wanted = splits(pair.expected());
      List<String> made = splits(pair.made());
      expected += wanted.size();
      predicted += made.size();
      correct += made.stream().filter(wanted::contains).count();
    }
    double precision = ratio(correct, predicted);
    double recall = ratio(correct, expected);
    double sum = precision + recall;
    return JsonObject.of("precision", precision)
        .with("recall", recall)
        .with("f1", sum == 0 ? 0.0 : 2 * precision * recall / sum)
        .with("numSplitsExpected", expected)
        .with("numSplitsPredicted", predicted)
        .with("numSplitsCorrect", correct);
  }

  private static List<String> splits(JsonObject output) {
    List<String> splits = new ArrayList<>();
    if (output.get("splits") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof JsonObject split) {
          splits.add(
              split.get("classificationId")
                  + " "
                  + split.get("startPage")
                  + "-"
                  + split.get("endPage"));
        }
      }
    }
    return splits;
  }

  private static JsonObject value(JsonObject output) {
    return output.get("value") instanceof JsonObject value ? value : new JsonObject();
  }

  /** Compares values; 119 and 119.0 are equal. */
  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString().replaceAll("(\\d)\\.0+(?!\\d)", "$1");
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
