package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Rules on references and on the names they end with. */
final class ReferenceRules {

  private static final Pattern FRAGMENT =
      Pattern.compile("([a-z_]+\\.yaml)?#/(schemas|parameters|responses|paths)/[^/]+");
  private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Z][A-Za-z0-9]+");

  /** Names that a generated class would hide or that the generator renames. */
  private static final Set<String> TAKEN =
      Set.of(
          "Boolean",
          "Byte",
          "Call",
          "Class",
          "Double",
          "Enum",
          "Error",
          "Exception",
          "Float",
          "Integer",
          "Iterable",
          "List",
          "Long",
          "Map",
          "Module",
          "NO",
          "Number",
          "Object",
          "Override",
          "Package",
          "Process",
          "Record",
          "Response",
          "Runtime",
          "Set",
          "Short",
          "String",
          "System",
          "Thread",
          "Throwable",
          "Void");

  private ReferenceRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("references resolve", ReferenceRules::resolve),
        new Rule("references stand alone", ReferenceRules::standAlone),
        new Rule("schema names are usable and unique", ReferenceRules::names));
  }

  private static List<Finding> resolve(SpecSource source) {
    var findings = new ArrayList<Finding>();
    eachReference(
        source,
        (file, pointer, holder) -> {
          String reference = holder.get("$ref").asText();
          if (reference.startsWith("#/components/schemas/") && file.equals("openapi.yaml")) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (source.schemas().stream().noneMatch(s -> s.named() && s.name().equals(name))) {
              findings.add(
                  new Finding(
                      file,
                      pointer,
                      "`" + name + "` is no schema of any file",
                      "correct the name"));
            }
          } else if (!FRAGMENT.matcher(reference).matches()) {
            findings.add(
                new Finding(
                    file,
                    pointer,
                    "`" + reference + "` is not a reference of the form file.yaml#/section/Name",
                    "put the definition under schemas, parameters, responses or paths of a file and"
                        + " refer to it there"));
          } else if (source.resolve(file, reference).isEmpty()) {
            findings.add(
                new Finding(
                    file,
                    pointer,
                    "`" + reference + "` leads nowhere",
                    "correct the file or the name"));
          }
        });
    return findings;
  }

  private static List<Finding> standAlone(SpecSource source) {
    var findings = new ArrayList<Finding>();
    eachReference(
        source,
        (file, pointer, holder) -> {
          if (holder.size() > 1) {
            findings.add(
                new Finding(
                    file,
                    pointer,
                    "what stands beside `$ref` is ignored",
                    "write description and allOf with the one reference, or the oneOf with null"));
          }
        });
    return findings;
  }

  private static List<Finding> names(SpecSource source) {
    var findings = new ArrayList<Finding>();
    Map<String, String> first = new TreeMap<>();
    for (var schema : source.schemas()) {
      if (!schema.named()) {
        continue;
      }
      String name = schema.name();
      if (!SCHEMA_NAME.matcher(name).matches() || TAKEN.contains(name)) {
        findings.add(
            new Finding(
                schema.file(),
                schema.pointer(),
                "`" + name + "` is no usable name of a schema",
                "choose a name in PascalCase that Java, Retrofit and YAML leave free"));
      }
      String other = first.putIfAbsent(name, schema.file());
      if (other != null) {
        findings.add(
            new Finding(
                schema.file(),
                schema.pointer(),
                "`" + name + "` is defined in " + other + " too",
                "keep one definition and refer to it"));
      }
    }
    return findings;
  }

  private interface Visitor {
    void visit(String file, String pointer, JsonNode holder);
  }

  private static void eachReference(SpecSource source, Visitor visitor) {
    source.trees().forEach((file, tree) -> walk(file, "", tree, visitor));
  }

  private static void walk(String file, String pointer, JsonNode at, Visitor visitor) {
    if (at.path("$ref").isTextual()) {
      visitor.visit(file, pointer, at);
    }
    at.properties()
        .forEach(
            e -> {
              boolean instance =
                  e.getKey().equals("example")
                      || (e.getKey().equals("value") && pointer.contains("/examples/"));
              if (!instance) {
                walk(file, pointer + "/" + SpecSource.escape(e.getKey()), e.getValue(), visitor);
              }
            });
    for (int i = 0; at.isArray() && i < at.size(); i++) {
      walk(file, pointer + "/" + i, at.get(i), visitor);
    }
  }
}
