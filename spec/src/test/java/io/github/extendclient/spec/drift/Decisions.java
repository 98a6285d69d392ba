package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The reviewed list of intended differences, each with its reason. */
final class Decisions {
  private final List<Decision> decisions = new ArrayList<>();

  private Decisions() {}

  /**
   * Reads the list: groups with a {@code reason} and {@code differences}, in which a star stands
   * for any text. The version of the API stands before each difference.
   */
  static Decisions parse(String yaml, String version) throws IOException {
    Decisions list = new Decisions();
    for (JsonNode group : new YAMLMapper().readTree(yaml)) {
      String reason = group.path("reason").asText();
      if (reason.isBlank()) {
        throw new IllegalArgumentException(
            "A group of decided differences has no reason: " + group);
      }
      for (JsonNode difference : group.path("differences")) {
        String[] parts = difference.asText().split(" ", 2);
        if (parts[0].equals(version) || parts[0].equals("*")) {
          list.decisions.add(new Decision(parts[1], pattern(parts[1]), reason));
        }
      }
    }
    return list;
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  Optional<Decision> of(Change change) {
    return decisions.stream()
        .filter(decision -> decision.pattern().matcher(change.key()).matches())
        .findFirst();
  }

  List<Decision> all() {
    return decisions;
  }

  /** One line of the list. */
  record Decision(String text, Pattern pattern, String reason) {}
}
