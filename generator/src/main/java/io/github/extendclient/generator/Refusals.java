package io.github.extendclient.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what cannot be generated faithfully, before anything is generated. */
@SuppressWarnings("rawtypes") // as in the model of the parser
final class Refusals {
  private final OpenAPI document;
  private final List<String> faults = new ArrayList<>();

  private Refusals(OpenAPI document) {
    this.document = document;
  }

  /**
   * Checks a document.
   *
   * @param document as the parser read it
   * @param source where it was read from
   * @param names the Java name of a property
   * @throws Refusal naming all that is at fault
   */
  static void check(OpenAPI document, String source, UnaryNames names) {
    Refusals refusals = new Refusals(document);
    refusals.findAll(names);
    if (!refusals.faults.isEmpty()) {
      throw new Refusal(refusals.faults.stream().map(fault -> source + " " + fault).toList());
    }
  }

  /** Turns the name of a property into that of its setter. */
  interface UnaryNames {
    String java(String name);
  }

  private void findAll(UnaryNames names) {
    if (!document.getOpenapi().startsWith("3.0.")) {
      faults.add(
          "#/openapi: version "
              + document.getOpenapi()
              + " is not generated faithfully: write the document in OpenAPI 3.0.3.");
    }
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          String name = method.name().toLowerCase(java.util.Locale.ROOT);
                          String at = "#/paths/" + escaped(path) + "/" + name;
                          check(at, operation);
                        }));
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      document
          .getComponents()
          .getSchemas()
          .forEach((name, schema) -> check("#/components/schemas/" + name, schema, names));
    }
  }

  private void check(String at, Operation operation) {
    if (operation.getOperationId() == null) {
      faults.add(
          at + ": the operation has no operationId, from which its method is named: add one.");
    }
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        if ("cookie".equals(parameter.getIn())) {
          faults.add(
              at
                  + "/parameters/"
                  + parameter.getName()
                  + ": a cookie is not sent by the client: describe it as a header.");
        }
      }
    }
    if (operation.getRequestBody() != null
        && !Boolean.TRUE.equals(operation.getRequestBody().getRequired())
        && operation.getRequestBody().get$ref() == null) {
      faults.add(
          at
              + "/requestBody: an optional body has no form in Java: set required: true, or leave"
              + " the body out.");
    }
    operation
        .getResponses()
        .forEach(
            (status, response) -> {
              if (status.startsWith("2")) {
                checkResponse(at + "/responses/" + status, response.getContent());
              }
            });
  }

  private void checkResponse(String at, @Nullable Content content) {
    if (content == null || content.isEmpty()) {
      return;
    }
    boolean json = content.keySet().stream().anyMatch(type -> type.contains("json"));
    boolean binary =
        content.values().stream()
            .anyMatch(
                media ->
                    media.getSchema() != null && "binary".equals(media.getSchema().getFormat()));
    if (!json && !binary) {
      faults.add(
          at
              + "/content: a response of "
              + content.keySet()
              + " is read as neither JSON nor bytes: describe it as {type: string, format: binary}.");
    }
  }

  private void check(String at, Schema<?> schema, UnaryNames names) {
    if (schema.getAnyOf() != null) {
      faults.add(at + "/anyOf: it does not say which member a value is: use oneOf.");
    }
    Map<String, String> taken = new HashMap<>();
    Map<String, Schema> properties =
        schema.getProperties() == null ? Map.of() : schema.getProperties();
    for (String name : properties.keySet()) {
      String other = taken.put(names.java(name), name);
      if (other != null) {
        faults.add(
            at
                + "/properties/"
                + escaped(name)
                + ": it has the same name in Java as "
                + other
                + ": rename one of them.");
      }
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
