package io.github.extendclient.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Runs and their summaries have the same common properties, so that clients can share code. */
class RunsTest {

  private static final List<String> VERSIONS = Bundle.VERSIONS;

  private static final List<String> SHARED =
      List.of("id", "file", "batchId", "createdAt", "failureReason", "failureMessage");

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void aPropertyOfRunsHasOneType(String version) {
    Bundle bundle = Bundle.of(version);
    Map<String, TreeSet<String>> types = new TreeMap<>();
    for (var schema : bundle.schemas().properties()) {
      JsonNode properties = schema.getValue().path("properties");
      JsonNode status = bundle.follow(reference(properties.path("status")));
      if (properties.has("id") && status.has("x-extend-pending")) {
        SHARED.stream()
            .filter(properties::has)
            .forEach(
                name ->
                    types
                        .computeIfAbsent(name, key -> new TreeSet<>())
                        .add(type(bundle, properties.get(name))));
      }
    }

    assertThat(types).containsKeys("id", "failureReason");
    assertThat(types).allSatisfy((name, found) -> assertThat(found).as(name).hasSize(1));
  }

  /** The schema behind a described or nullable reference. */
  private static JsonNode reference(JsonNode property) {
    return property.has("allOf")
        ? property.at("/allOf/0")
        : property.has("oneOf") ? property.at("/oneOf/0") : property;
  }

  private static String type(Bundle bundle, JsonNode property) {
    JsonNode target = reference(property);
    JsonNode schema = bundle.follow(target);
    return schema.has("properties")
        ? target.path("$ref").asText()
        : schema.path("type").asText() + schema.path("format").asText();
  }
}
