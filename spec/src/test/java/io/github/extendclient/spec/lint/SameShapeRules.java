package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.extendclient.spec.lint.SpecSource.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One thing has one schema. Schemas of the same shape that are two things stand in {@code
 * lint/same-shape.yaml}, each group with its reason.
 */
final class SameShapeRules {

  /** Schemas that may have the same shape. */
  record Reviewed(Set<String> schemas, String reason) {}

  private SameShapeRules() {}

  static List<Rule> rules() {
    List<Reviewed> reviewed = reviewed();
    return List.of(
        new Rule("enums differ in their values", source -> same(source, "enum", reviewed)),
        new Rule("unions differ in their members", source -> same(source, "oneOf", reviewed)),
        new Rule("objects differ in properties", source -> same(source, "properties", reviewed)));
  }

  static List<Reviewed> reviewed() {
    var reviewed = new ArrayList<Reviewed>();
    try (InputStream stream = SameShapeRules.class.getResourceAsStream("/lint/same-shape.yaml")) {
      for (JsonNode entry : new YAMLMapper().readTree(stream)) {
        reviewed.add(new Reviewed(texts(entry.path("schemas")), entry.path("reason").asText()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reviewed;
  }

  private static List<Finding> same(SpecSource source, String keyword, List<Reviewed> reviewed) {
    var findings = new ArrayList<Finding>();
    for (List<Schema> group : groups(source, keyword)) {
      Set<String> names = group.stream().map(Schema::name).collect(Collectors.toSet());
      if (reviewed.stream().anyMatch(entry -> entry.schemas().containsAll(names))) {
        continue;
      }
      for (Schema schema : group.subList(1, group.size())) {
        findings.add(
            new Finding(
                schema.file(),
                schema.pointer(),
                "`" + schema.name() + "` is the same as `" + group.get(0).name() + "`",
                "use one schema, or say in same-shape.yaml why they are two things"));
      }
    }
    return findings;
  }

  /** Named schemas of the same shape, where there are several. */
  static List<List<Schema>> groups(SpecSource source, String keyword) {
    Map<String, List<Schema>> byShape = new LinkedHashMap<>();
    for (Schema schema : source.schemas()) {
      JsonNode part = schema.node().path(keyword);
      if (schema.named() && part.size() > (keyword.equals("properties") ? 0 : 1)) {
        String shape =
            switch (keyword) {
              case "enum" -> texts(part).toString();
              case "oneOf" -> members(part).toString();
              default -> properties(part).toString();
            };
        byShape.computeIfAbsent(shape, key -> new ArrayList<>()).add(schema);
      }
    }
    return byShape.values().stream().filter(group -> group.size() > 1).toList();
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> members(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(SameShapeRules::shape)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> properties(JsonNode properties) {
    Map<String, String> shapes = new TreeMap<>();
    properties.properties().forEach(e -> shapes.put(e.getKey(), shape(e.getValue())));
    return shapes;
  }

  /** What a schema allows, without its texts, limits and ID prefixes. */
  private static String shape(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.get("$ref").asText().replaceFirst(".*/", "");
    }
    if (schema.has("allOf")) {
      return shape(schema.get("allOf").get(0));
    }
    if (schema.has("oneOf")) {
      return members(schema.get("oneOf")).toString();
    }
    return schema.path("type").asText()
        + schema.path("format").asText()
        + (schema.has("enum") ? texts(schema.get("enum")) : "")
        + (schema.path("nullable").asBoolean() ? "?" : "")
        + (schema.has("items") ? shape(schema.get("items")) : "")
        + (schema.path("additionalProperties").isObject()
            ? shape(schema.get("additionalProperties"))
            : "");
  }
}
