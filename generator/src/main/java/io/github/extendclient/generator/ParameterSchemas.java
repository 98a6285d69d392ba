package io.github.extendclient.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.function.BiFunction;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Finds the schema of a parameter in the document, because the stock generator keeps only some of
 * its properties.
 */
final class ParameterSchemas {
  private final OpenAPI document;
  private final BiFunction<String, Schema<?>, CodegenProperty> reader;

  /**
   * Creates a finder for one document.
   *
   * @param document the document, which resolves references
   * @param reader reads a schema like that of a property with the given name
   */
  ParameterSchemas(OpenAPI document, BiFunction<String, Schema<?>, CodegenProperty> reader) {
    this.document = document;
    this.reader = reader;
  }

  /** Returns the schema of a parameter, a part of a form, or a body. */
  CodegenProperty of(Operation operation, CodegenParameter parameter) {
    return reader.apply(parameter.baseName, schema(operation, parameter));
  }

  private Schema<?> schema(Operation operation, CodegenParameter parameter) {
    if (parameter.isBodyParam) {
      return body(operation);
    }
    if (parameter.isFormParam) {
      return ModelUtils.getReferencedSchema(document, body(operation))
          .getProperties()
          .get(parameter.baseName);
    }
    String place = parameter.isQueryParam ? "query" : parameter.isHeaderParam ? "header" : "path";
    return operation.getParameters().stream()
        .filter(declared -> place.equals(declared.getIn()))
        .filter(declared -> parameter.baseName.equals(declared.getName()))
        .map(Parameter::getSchema)
        .findFirst()
        .orElseThrow();
  }

  private static Schema<?> body(Operation operation) {
    return operation.getRequestBody().getContent().values().iterator().next().getSchema();
  }
}
