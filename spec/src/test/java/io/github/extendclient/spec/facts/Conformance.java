package io.github.extendclient.spec.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.spec.facts.FactTable.Shape;
import io.github.extendclient.spec.facts.FactTable.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists how the specification differs from the facts, one line for each difference. */
final class Conformance {

  private final FactTable facts;
  private final SpecTable spec;
  private final List<String> differences = new ArrayList<>();

  private Conformance(FactTable facts, SpecTable spec) {
    this.facts = facts;
    this.spec = spec;
  }

  static List<String> differences(FactTable facts, SpecTable spec) {
    var conformance = new Conformance(facts, spec);
    conformance.operations();
    conformance.types();
    return conformance.differences;
  }

  private void report(String where, String what) {
    differences.add(where + ": " + what);
  }

  private void sets(String where, String noun, Set<String> ofFacts, Set<String> ofSpec) {
    ofFacts.stream()
        .filter(x -> !ofSpec.contains(x))
        .forEach(x -> report(where, noun + " " + x + " is missing"));
    ofSpec.stream()
        .filter(x -> !ofFacts.contains(x))
        .forEach(x -> report(where, noun + " " + x + " is added"));
  }

  private void operations() {
    var known = new TreeSet<String>();
    for (JsonNode operation : facts.operations()) {
      String where = operation.path("method").asText() + " " + operation.path("path").asText();
      known.add(where);
      JsonNode node =
          spec.paths()
              .path(operation.path("path").asText())
              .path(operation.path("method").asText().toLowerCase(Locale.ROOT));
      if (node.isMissingNode()) {
        report(where, "operation is missing");
      } else {
        operation(where, operation, node);
      }
    }
    spec.paths()
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        e -> {
                          String where = e.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                          if (e.getValue().has("operationId") && !known.contains(where)) {
                            report(where, "operation is added");
                          }
                        }));
  }

  private void operation(String where, JsonNode operation, JsonNode node) {
    flag(
        where,
        "deprecated",
        operation.path("deprecated").asBoolean(),
        node.path("deprecated").asBoolean());
    parameters(where, operation.path("pathParams"), node, "path");
    parameters(where, operation.path("query"), node, "query");
    String schema = spec.type(node.at("/responses/200/content/application~1json/schema"));
    same(where, "response", operation.path("response").path("type").asText(), schema);
    body(where, operation.path("requestBody"), node.path("requestBody"));
    var errors = new TreeSet<String>();
    operation.path("errors").forEach(status -> errors.add(status.asText()));
    var described = new TreeSet<String>();
    node.path("responses").fieldNames().forEachRemaining(described::add);
    described.remove("200");
    sets(where, "status", errors, described);
  }

  private void body(String where, JsonNode fact, JsonNode body) {
    if (fact.isNull() || fact.isMissingNode()) {
      if (!body.isMissingNode()) {
        report(where, "body is added");
      }
      return;
    }
    JsonNode schema = body.path("content").path(fact.path("contentType").asText()).path("schema");
    if (schema.isMissingNode()) {
      report(where, "body is missing");
      return;
    }
    flag(
        where,
        "body required",
        fact.path("required").asBoolean(),
        body.path("required").asBoolean());
    String name = schema.has("title") ? schema.get("title").asText() : spec.type(schema);
    same(where, "body name", fact.path("sdkName").asText(), name);
    fields(where + " body", facts.fields(fact), spec.fields(spec.follow(schema)));
  }

  private void parameters(String where, JsonNode parameters, JsonNode node, String in) {
    Map<String, Shape> ofFacts = new TreeMap<>();
    for (JsonNode parameter : parameters) {
      ofFacts.put(
          parameter.path("name").asText(),
          new Shape(
              facts.expand(parameter.path("type").asText()),
              parameter.path("required").asBoolean(),
              "false",
              parameter.path("deprecated").asBoolean(),
              FactTable.prefixes(parameter)));
    }
    Map<String, Shape> ofSpec = new TreeMap<>();
    for (JsonNode reference : node.path("parameters")) {
      JsonNode parameter = spec.follow(reference);
      if (parameter.path("in").asText().equals(in)) {
        ofSpec.put(
            parameter.path("name").asText(),
            new Shape(
                spec.type(parameter.path("schema")),
                parameter.path("required").asBoolean(),
                "false",
                parameter.path("deprecated").asBoolean(),
                spec.prefixes(parameter)));
      }
    }
    fields(where + " " + in, ofFacts, ofSpec);
  }

  private void fields(String where, Map<String, Shape> ofFacts, Map<String, Shape> ofSpec) {
    sets(where, "property", ofFacts.keySet(), ofSpec.keySet());
    ofFacts.forEach(
        (name, fact) -> {
          Shape own = ofSpec.get(name);
          if (own == null) {
            return;
          }
          String at = where + "." + name;
          same(at, "type", fact.type(), own.type());
          flag(at, "required", fact.required(), own.required());
          flag(at, "deprecated", fact.deprecated(), own.deprecated());
          fact.prefixes().stream()
              .filter(prefix -> !own.prefixes().contains(prefix))
              .forEach(prefix -> report(at, "ID prefix " + prefix + " is missing"));
          if (!own.type().equals("any")) {
            same(at, "nullable", fact.nullable(), own.nullable());
          }
        });
  }

  private void flag(String where, String noun, boolean fact, boolean own) {
    same(where, noun, Boolean.toString(fact), Boolean.toString(own));
  }

  private void same(String where, String noun, String fact, String own) {
    if (!fact.equals(own)) {
      report(where, noun + " is " + own + ", not " + fact);
    }
  }

  private void types() {
    var names = new TreeSet<String>();
    facts.types().forEach(type -> names.add(type.name()));
    var bodies = new TreeSet<String>();
    facts.operations().forEach(o -> bodies.add(o.at("/requestBody/sdkName").asText()));
    var ours = new TreeSet<String>();
    spec.schemas().fieldNames().forEachRemaining(ours::add);
    ours.removeAll(bodies);
    sets("schemas", "schema", names, ours);
    for (Type typed : facts.types()) {
      String name = typed.name();
      JsonNode type = typed.node();
      JsonNode schema = spec.schemas().path(name);
      if (schema.isMissingNode()) {
        continue;
      }
      switch (type.path("kind").asText()) {
        case "object" -> fields(name, facts.fields(typed), spec.fields(schema));
        case "enum" ->
            sets(name, "value", values(type.path("values")), values(schema.path("enum")));
        case "union" -> union(name, type, schema);
        default ->
            same(name, "type", facts.expand(name), spec.type(schema).replaceFirst("\\|null$", ""));
      }
    }
  }

  private void union(String name, JsonNode type, JsonNode schema) {
    sets(name, "member", facts.members(type), spec.members(schema));
    same(
        name,
        "discriminator",
        mapping(type.path("discriminator"), "property"),
        mapping(schema.path("discriminator"), "propertyName"));
  }

  private static String mapping(JsonNode discriminator, String property) {
    if (!discriminator.has(property)) {
      return "none";
    }
    Map<String, String> mapping = new TreeMap<>();
    discriminator
        .path("mapping")
        .properties()
        .forEach(e -> mapping.put(e.getKey(), e.getValue().asText().replaceFirst(".*/", "")));
    return discriminator.get(property).asText() + mapping;
  }

  private static TreeSet<String> values(JsonNode array) {
    var values = new TreeSet<String>();
    array.forEach(value -> values.add(value.asText()));
    return values;
  }
}
