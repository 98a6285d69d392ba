package io.github.extendclient.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example is a valid instance of the schema beside it, and knows no undeclared property. */
class ExamplesTest {

  private record Example(String where, String schema, JsonNode value) {}

  @TestFactory
  Stream<DynamicTest> examplesAreTrue() {
    return Bundle.VERSIONS.stream()
        .flatMap(
            version -> {
              Bundle bundle = Bundle.of(version);
              return examples(bundle)
                  .map(
                      example ->
                          DynamicTest.dynamicTest(
                              version + " " + example.where(),
                              () -> {
                                assertThat(bundle.violations(example.value(), example.schema()))
                                    .isEmpty();
                                assertThat(
                                        undeclared(
                                            bundle,
                                            example.value(),
                                            bundle.schemas().get(example.schema())))
                                    .isEmpty();
                              }));
            });
  }

  @Test
  void everyOperationHasExamplesOfRequestAndResponse() {
    for (String version : Bundle.VERSIONS) {
      Bundle bundle = Bundle.of(version);
      long bodies =
          bundle
              .operations()
              .filter(o -> o.node().at("/requestBody/content").has("application/json"))
              .count();
      assertThat(examples(bundle).count())
          .isGreaterThanOrEqualTo(bundle.operations().count() + bodies);
    }
  }

  @Test
  void anExampleWithAWrongTypeIsFound() {
    Bundle bundle = Bundle.of("2026-02-09");
    ObjectNode file =
        examples(bundle)
            .filter(e -> e.schema().equals("File"))
            .findFirst()
            .orElseThrow()
            .value()
            .deepCopy();
    file.put("name", 3);

    assertThat(bundle.violations(file, "File"))
        .singleElement()
        .asString()
        .contains("Instance type (integer) does not match");
  }

  @Test
  void anExampleWithAMisspeltPropertyIsFound() {
    Bundle bundle = Bundle.of("2026-02-09");
    ObjectNode file = JsonNodeFactory.instance.objectNode().put("nmae", "invoice.pdf");

    assertThat(undeclared(bundle, file, bundle.schemas().get("File"))).containsExactly("/nmae");
  }

  private static Stream<Example> examples(Bundle bundle) {
    var examples = new ArrayList<Example>();
    bundle
        .operations()
        .forEach(
            operation -> {
              collect(
                  bundle, examples, operation + " request", operation.node().path("requestBody"));
              operation
                  .node()
                  .path("responses")
                  .properties()
                  .forEach(
                      response ->
                          collect(
                              bundle,
                              examples,
                              operation + " " + response.getKey(),
                              response.getValue()));
            });
    bundle
        .tree()
        .at("/components/responses")
        .properties()
        .forEach(
            response ->
                collect(bundle, examples, "response " + response.getKey(), response.getValue()));
    return examples.stream();
  }

  private static void collect(
      Bundle bundle, List<Example> examples, String where, JsonNode holder) {
    JsonNode content = holder.at("/content/application~1json");
    String reference = content.at("/schema/$ref").asText();
    content
        .path("examples")
        .properties()
        .forEach(
            example ->
                examples.add(
                    new Example(
                        where + " " + example.getKey(),
                        reference.substring(reference.lastIndexOf('/') + 1),
                        example.getValue().path("value"))));
  }

  /** Pointers to the properties that no schema on the way declares. */
  private static List<String> undeclared(Bundle bundle, JsonNode value, JsonNode schema) {
    var found = new ArrayList<String>();
    undeclared(bundle, "", value, List.of(schema), found);
    return found;
  }

  private static void undeclared(
      Bundle bundle, String pointer, JsonNode value, List<JsonNode> schemas, List<String> found) {
    List<JsonNode> flat = schemas.stream().flatMap(schema -> flatten(bundle, schema)).toList();
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              e -> {
                List<JsonNode> below =
                    flat.stream().flatMap(schema -> property(schema, e.getKey())).toList();
                if (below.isEmpty()) {
                  found.add(pointer + "/" + e.getKey());
                }
                undeclared(bundle, pointer + "/" + e.getKey(), e.getValue(), below, found);
              });
    }
    List<JsonNode> items =
        flat.stream().filter(s -> s.has("items")).map(s -> s.get("items")).toList();
    for (int i = 0; value.isArray() && i < value.size() && !items.isEmpty(); i++) {
      undeclared(bundle, pointer + "/" + i, value.get(i), items, found);
    }
  }

  private static Stream<JsonNode> property(JsonNode schema, String name) {
    JsonNode property = schema.path("properties").path(name);
    if (!property.isMissingNode()) {
      return Stream.of(property);
    }
    JsonNode values = schema.path("additionalProperties");
    boolean open = values.asBoolean() || schema.isEmpty() || !schema.has("type");
    return values.isObject() || open
        ? Stream.of(values.isObject() ? values : schema)
        : Stream.empty();
  }

  private static Stream<JsonNode> flatten(Bundle bundle, JsonNode schema) {
    JsonNode target = bundle.follow(schema);
    for (String keyword : List.of("oneOf", "allOf")) {
      if (target.has(keyword)) {
        var members = new ArrayList<JsonNode>();
        target.get(keyword).forEach(members::add);
        return members.stream().flatMap(member -> flatten(bundle, member));
      }
    }
    return Stream.of(target);
  }
}
