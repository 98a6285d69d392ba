package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.formula.FormulaException;
import io.github.extendclient.testing.internal.formula.Variables;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The results of the steps before a step on its path: formulas refer to them as {@code step.field},
 * operands as {@code {{step.output...}}}. Both refer to the metadata of the run as {@code
 * metadata.key}. Immutable.
 */
final class StepValues implements Variables {
  private static final String METADATA = "metadata";
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

  private record StepResult(@Nullable Object variable, JsonObject output) {}

  private final Map<String, StepResult> found;

  private StepValues(Map<String, StepResult> found) {
    this.found = found;
  }

  /** The values before the first step. */
  static StepValues of(JsonObject metadata) {
    return new StepValues(Map.of(METADATA, new StepResult(metadata, metadata)));
  }

  /**
   * Adds the result of a step.
   *
   * @param variable what its name alone stands for in formulas
   * @param output what {@code output} stands for behind its name in operands
   */
  StepValues with(String step, @Nullable Object variable, JsonObject output) {
    Map<String, StepResult> more = new LinkedHashMap<>(found);
    more.put(step, new StepResult(variable, output));
    return new StepValues(more);
  }

  /** Adds the results of another path. */
  StepValues with(StepValues other) {
    Map<String, StepResult> more = new LinkedHashMap<>(found);
    more.putAll(other.found);
    return new StepValues(more);
  }

  @Override
  public @Nullable Object get(String path) throws FormulaException {
    int dot = path.indexOf('.');
    String step = dot < 0 ? path : path.substring(0, dot);
    StepResult one = found.get(step);
    if (one == null) {
      throw FormulaException.value(
          "There is no variable "
              + path
              + ": before this step there are "
              + String.join(", ", new TreeSet<>(found.keySet()))
              + ".");
    }
    return dot < 0 ? one.variable() : at(one.variable(), path.substring(dot + 1));
  }

  /**
   * The value of an operand, {@code null} if it refers to a missing value.
   *
   * @throws FormulaException if it refers to a step that did not run before
   */
  @Nullable Object operand(@Nullable String operand) throws FormulaException {
    if (operand == null) {
      return null;
    }
    Matcher reference = REFERENCE.matcher(operand);
    if (reference.matches()) {
      return reference(reference.group(1));
    }
    StringBuilder text = new StringBuilder();
    while (reference.find()) {
      String value = Objects.toString(reference(reference.group(1)), "");
      reference.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return reference.appendTail(text).toString();
  }

  private @Nullable Object reference(String path) throws FormulaException {
    int dot = path.indexOf('.');
    StepResult one = found.get(dot < 0 ? path : path.substring(0, dot));
    if (one == null) {
      return get(path);
    }
    JsonObject all =
        path.startsWith(METADATA + ".") ? one.output() : JsonObject.of("output", one.output());
    return at(all, dot < 0 ? "output" : path.substring(dot + 1));
  }

  /** After a list, a path refers to that part of each item. */
  private static @Nullable Object at(@Nullable Object value, String path) {
    if (value instanceof List<?> list) {
      return list.stream().map(item -> at(item, path)).toList();
    }
    int dot = path.indexOf('.');
    Object member =
        value instanceof JsonObject object
            ? object.get(dot < 0 ? path : path.substring(0, dot))
            : null;
    return dot < 0 ? member : at(member, path.substring(dot + 1));
  }
}
