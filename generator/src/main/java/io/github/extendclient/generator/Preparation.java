package io.github.extendclient.generator;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.openapitools.codegen.utils.ModelUtils;

/** Rewrites a document before generation, so that the stock generator reads it correctly. */
@SuppressWarnings("rawtypes") // as in the model of the parser
final class Preparation {
  private final OpenAPI document;

  private Preparation(OpenAPI document) {
    this.document = document;
  }

  /** Rewrites a document that passed the checks. */
  static void of(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(new Components());
    }
    if (document.getComponents().getSchemas() == null) {
      document.getComponents().setSchemas(new LinkedHashMap<>());
    }
    Preparation preparation = new Preparation(document);
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(preparation::inlineReferences);
    InlineEnums.name(document);
    document.getComponents().getSchemas().values().forEach(preparation::prepare);
  }

  /** Inlines the parameters, bodies and responses of an operation. */
  private void inlineReferences(Operation operation) {
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .replaceAll(parameter -> ModelUtils.getReferencedParameter(document, parameter));
    }
    if (operation.getRequestBody() != null) {
      operation.setRequestBody(
          ModelUtils.getReferencedRequestBody(document, operation.getRequestBody()));
    }
    for (Map.Entry<String, ApiResponse> response : operation.getResponses().entrySet()) {
      response.setValue(ModelUtils.getReferencedApiResponse(document, response.getValue()));
    }
  }

  private void prepare(Schema<?> schema) {
    // A tag that one member lacks still distinguishes the others; a discriminator cannot express
    // that.
    if (schema.getExtensions() != null && schema.getExtensions().containsKey("x-extend-tag")) {
      schema.setDiscriminator(null);
    }
    Map<String, Schema> properties =
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of());
    properties.values().forEach(Preparation::keepText);
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(this::prepare);
    }
  }

  /** Keeps numbers written as text as text. */
  private static void keepText(Schema<?> schema) {
    if ("string".equals(schema.getType())
        && ("decimal".equals(schema.getFormat()) || "number".equals(schema.getFormat()))) {
      schema.setFormat(null);
    }
  }
}
