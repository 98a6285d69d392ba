package io.github.extendclient.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An operation as the specification has it. */
record SpecOperation(Spec spec, String path, String method, JsonNode node) {
  String id() {
    return node.get("operationId").asText();
  }

  String httpMethod() {
    return method.toUpperCase(Locale.ROOT);
  }

  List<JsonNode> parameters(String in) {
    List<JsonNode> parameters = new ArrayList<>();
    for (JsonNode parameter : node.path("parameters")) {
      JsonNode resolved =
          parameter.has("$ref") ? spec.at(parameter.get("$ref").asText().substring(1)) : parameter;
      if (resolved.get("in").asText().equals(in)) {
        parameters.add(resolved);
      }
    }
    return parameters;
  }

  JsonNode jsonBody() {
    return node.at("/requestBody/content/application~1json");
  }

  JsonNode parts() {
    return node.at("/requestBody/content/multipart~1form-data/schema");
  }

  JsonNode jsonAnswer() {
    return node.at("/responses/200/content/application~1json");
  }

  /** The values of all examples of a body. */
  static List<JsonNode> examples(JsonNode body) {
    List<JsonNode> examples = new ArrayList<>();
    body.path("examples").forEach(example -> examples.add(example.path("value")));
    if (body.has("example")) {
      examples.add(body.get("example"));
    }
    return examples;
  }

  @Override
  public String toString() {
    return spec + " " + id();
  }
}
