package io.github.extendclient.spec.released;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.extendclient.spec.drift.ApiDocument;
import io.github.extendclient.spec.drift.Change;
import io.github.extendclient.spec.drift.Change.Effect;
import io.github.extendclient.spec.drift.DocumentComparison;
import io.github.extendclient.spec.drift.SpecFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed in one API version since its released baseline.
 *
 * @param version of the API
 * @param breaking a line for each change that old programs or null checkers notice, in the form
 *     that ACKNOWLEDGED.md takes
 * @param compatible a line for each other change
 */
record Comparison(String version, List<String> breaking, List<String> compatible) {
  static Comparison of(String version, String released, String current) throws IOException {
    JsonNode before = new YAMLMapper().readTree(released);
    JsonNode after = new YAMLMapper().readTree(current);
    List<String> breaking = new ArrayList<>();
    List<String> compatible = new ArrayList<>();
    ApiDocument theirs = ApiDocument.of(after);
    for (Change change :
        new DocumentComparison(ApiDocument.of(before), theirs, new SpecFiles()).changes()) {
      boolean isNoticed = change.effect() == Effect.BREAKING || change.effect() == Effect.NULLNESS;
      (isNoticed ? breaking : compatible).add(version + " " + change.key());
    }
    JavaShapes.differences(before, after).forEach(line -> breaking.add(version + " " + line));
    return new Comparison(version, List.copyOf(breaking), List.copyOf(compatible));
  }

  /** The breaking changes that {@code acknowledged} does not list. */
  List<String> unacknowledged(String acknowledged) {
    return breaking.stream()
        .filter(
            line ->
                acknowledged
                    .lines()
                    .noneMatch(
                        known -> known.equals("- " + line) || known.startsWith("- " + line + ".")))
        .toList();
  }

  /** The build's message for changes that are not acknowledged; empty if there are none. */
  static String message(List<String> unacknowledged) {
    return unacknowledged.isEmpty()
        ? ""
        : "These changes since the release break programs. Undo each, or list it in"
            + " spec/ACKNOWLEDGED.md with the reason:\n- "
            + String.join("\n- ", unacknowledged);
  }

  /** A readable report in Markdown. */
  String report() {
    StringBuilder out =
        new StringBuilder("# Changes of " + version + " since the released baseline\n\n");
    if (breaking.isEmpty() && compatible.isEmpty()) {
      return out.append("None.\n").toString();
    }
    out.append(breaking.isEmpty() ? "All compatible.\n" : "Some break callers:\n\n");
    breaking.forEach(line -> out.append("- ").append(line).append('\n'));
    out.append("\nCompatible:\n\n");
    compatible.forEach(line -> out.append("- ").append(line).append('\n'));
    return out.toString();
  }
}
