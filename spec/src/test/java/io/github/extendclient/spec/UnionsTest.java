package io.github.extendclient.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The members of every union exclude each other, by a tag or by required properties. */
class UnionsTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @TestFactory
  Stream<DynamicTest> theSmallestInstanceOfAMemberFitsNoOtherMember() {
    return Bundle.VERSIONS.stream()
        .flatMap(
            version -> {
              Bundle bundle = Bundle.of(version);
              return bundle.schemas().properties().stream()
                  .filter(e -> e.getValue().has("oneOf"))
                  .flatMap(union -> members(version, bundle, union.getKey(), union.getValue()));
            });
  }

  private static Stream<DynamicTest> members(
      String version, Bundle bundle, String union, JsonNode schema) {
    return StreamSupport.stream(schema.get("oneOf").spliterator(), false)
        .map(
            member ->
                DynamicTest.dynamicTest(
                    version + " " + union + " " + name(member),
                    () -> {
                      JsonNode instance = smallest(bundle, member);
                      // oneOf demands exactly one match; the second line says that it is this
                      // member.
                      assertThat(bundle.violations(instance, union)).isEmpty();
                      assertThat(bundle.violations(instance, name(member))).isEmpty();
                    }));
  }

  @Test
  void aBlockWithoutDetailsHasAnEmptyObject() {
    for (String version : Bundle.VERSIONS) {
      assertThat(Bundle.of(version).violations(JSON.objectNode(), "BlockDetails")).isEmpty();
    }
  }

  @Test
  void aFileWithIdAndUrlIsInvalid() {
    ObjectNode both = JSON.objectNode().put("id", "file_1").put("url", "https://example.com/a");

    assertThat(Bundle.of("2026-02-09").violations(both, "FileInput"))
        .singleElement()
        .asString()
        .contains("matched 2 out of 3");
  }

  private static String name(JsonNode reference) {
    String text = reference.get("$ref").asText();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  private static JsonNode smallest(Bundle bundle, JsonNode schema) {
    JsonNode target = bundle.follow(schema);
    if (target.has("allOf")) {
      return smallest(bundle, target.get("allOf").get(0));
    }
    if (target.has("oneOf")) {
      JsonNode members = target.get("oneOf");
      boolean nullable = members.get(members.size() - 1).path("nullable").asBoolean();
      return nullable ? JSON.nullNode() : smallest(bundle, members.get(0));
    }
    if (target.path("nullable").asBoolean()) {
      return JSON.nullNode();
    }
    if (target.has("enum")) {
      return target.get("enum").get(0);
    }
    return switch (target.path("type").asText()) {
      case "string" ->
          JSON.textNode(
              target.path("format").asText().equals("date-time") ? "2026-03-21T16:45:00Z" : "x");
      case "integer", "number" -> JSON.numberNode(target.path("minimum").asInt(1));
      case "boolean" -> JSON.booleanNode(true);
      case "array" -> {
        var array = JSON.arrayNode();
        for (int i = 0; i < target.path("minItems").asInt(); i++) {
          array.add(smallest(bundle, target.get("items")));
        }
        yield array;
      }
      case "object" -> {
        ObjectNode object = JSON.objectNode();
        target
            .path("required")
            .forEach(
                name ->
                    object.set(
                        name.asText(),
                        smallest(bundle, target.path("properties").get(name.asText()))));
        yield object;
      }
      default -> JSON.objectNode();
    };
  }
}
