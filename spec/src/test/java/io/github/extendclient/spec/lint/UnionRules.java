package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.spec.lint.SpecSource.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on unions. */
final class UnionRules {

  private static final int MOST_UNIONS = 4;

  private UnionRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("members of a union are named objects", UnionRules::members),
        new Rule("an object is a member of at most four unions", UnionRules::memberships),
        new Rule("a tag without a discriminator is a constant of the members", UnionRules::loose),
        new Rule("a discriminator maps every tag to a member that declares it", UnionRules::tags));
  }

  private static List<Schema> unions(SpecSource source) {
    return source.schemas().stream()
        .filter(schema -> schema.named() && schema.node().has("oneOf"))
        .toList();
  }

  private static List<Finding> members(SpecSource source) {
    var findings = new ArrayList<Finding>();
    for (Schema union : unions(source)) {
      for (JsonNode member : union.node().get("oneOf")) {
        JsonNode target =
            member.has("$ref")
                ? source.resolve(union.file(), member.get("$ref").asText()).orElse(member)
                : member;
        if (!member.has("$ref") || !target.path("type").asText().equals("object")) {
          findings.add(
              new Finding(
                  union.file(),
                  union.pointer(),
                  "`" + member.path("$ref").asText("an inline schema") + "` is not a named object",
                  "list the objects themselves, also those of an inner union"));
        }
      }
    }
    return findings;
  }

  private static List<Finding> memberships(SpecSource source) {
    Map<SpecSource.Location, List<String>> unionsOf = new LinkedHashMap<>();
    for (Schema union : unions(source)) {
      for (JsonNode member : union.node().get("oneOf")) {
        source
            .target(union.file(), member.path("$ref").asText())
            .ifPresent(
                place ->
                    unionsOf.computeIfAbsent(place, key -> new ArrayList<>()).add(union.name()));
      }
    }
    return unionsOf.entrySet().stream()
        .filter(entry -> entry.getValue().size() > MOST_UNIONS)
        .map(
            entry ->
                new Finding(
                    entry.getKey().file(),
                    entry.getKey().pointer(),
                    "it is a member of " + entry.getValue(),
                    "give unions with equal members one name"))
        .toList();
  }

  private static List<Finding> tags(SpecSource source) {
    var findings = new ArrayList<Finding>();
    for (Schema union : unions(source)) {
      JsonNode discriminator = union.node().path("discriminator");
      if (discriminator.isMissingNode()) {
        continue;
      }
      String tag = discriminator.path("propertyName").asText();
      Set<String> unmapped = new HashSet<>();
      union.node().get("oneOf").forEach(member -> unmapped.add(member.path("$ref").asText()));
      for (var entry : discriminator.path("mapping").properties()) {
        String reference = entry.getValue().asText();
        JsonNode member = source.resolve(union.file(), reference).orElse(discriminator);
        JsonNode property = member.path("properties").path(tag);
        JsonNode values = values(source, union.file(), reference, property);
        boolean required = contains(member.path("required"), tag) || isEmpty(member);
        if (!contains(values, entry.getKey()) || !required) {
          findings.add(
              new Finding(
                  union.file(),
                  union.pointer(),
                  "`"
                      + reference
                      + "` does not require `"
                      + tag
                      + "` to be `"
                      + entry.getKey()
                      + "`",
                  "declare the property there, required, with this value in its enum"));
        }
        unmapped.remove(reference);
      }
      for (String reference : unmapped) {
        JsonNode member = source.resolve(union.file(), reference).orElse(discriminator);
        if (contains(member.path("required"), tag) || !member.path("properties").has(tag)) {
          findings.add(
              new Finding(
                  union.file(),
                  union.pointer(),
                  "the mapping has no tag for `" + reference + "`",
                  "add it, or declare the tag there as optional if it is never sent"));
        }
      }
    }
    return findings;
  }

  private static List<Finding> loose(SpecSource source) {
    var findings = new ArrayList<Finding>();
    for (Schema union : unions(source)) {
      String tag = union.node().path("x-extend-tag").asText();
      if (tag.isEmpty()) {
        continue;
      }
      for (JsonNode member : union.node().get("oneOf")) {
        String reference = member.path("$ref").asText();
        JsonNode target = source.resolve(union.file(), reference).orElse(member);
        boolean constant = target.path("properties").path(tag).path("enum").size() == 1;
        if (target.has("properties")
            && !isEmpty(target)
            && !(constant && contains(target.path("required"), tag))) {
          findings.add(
              new Finding(
                  union.file(),
                  union.pointer(),
                  "`" + reference + "` has no constant `" + tag + "`",
                  "declare it there, required, as an enum of one value"));
        }
      }
    }
    return findings;
  }

  /** Whether an object never has properties: it declares the tag only to rule the others out. */
  private static boolean isEmpty(JsonNode schema) {
    return schema.path("maxProperties").asInt(1) == 0;
  }

  private static JsonNode values(
      SpecSource source, String file, String reference, JsonNode property) {
    if (!property.has("$ref")) {
      return property.path("enum");
    }
    String memberFile = source.target(file, reference).orElseThrow().file();
    return source.resolve(memberFile, property.get("$ref").asText()).orElse(property).path("enum");
  }

  private static boolean contains(JsonNode array, String text) {
    for (JsonNode element : array) {
      if (element.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }
}
