package io.github.extendclient.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves inline enums of properties and parameters to separate schemas, so that classes are
 * generated from them. Their names are their titles, or else derived from their place. An enum with
 * a single string is a constant and stays inline.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as in the model of the parser
final class InlineEnums {
  private static final String PREFIX = "#/components/schemas/";
  private static final List<String> OF_THE_ENUM =
      List.of("x-enum-varnames", "x-enum-descriptions", "x-extend-pending");

  private final Map<String, Schema> schemas;

  private InlineEnums(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  /** Changes a document whose inline objects already have separate schemas. */
  static void name(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    InlineEnums enums = new InlineEnums(schemas);
    for (Map.Entry<String, Schema> schema : List.copyOf(schemas.entrySet())) {
      enums.visit(schema.getKey(), schema.getValue());
    }
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .filter(operation -> operation.getParameters() != null)
        .forEach(enums::visit);
  }

  private void visit(Operation operation) {
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getSchema() != null) {
        String name = camelCase(operation.getOperationId()) + camelCase(parameter.getName());
        parameter.setSchema(named(name, parameter.getSchema()));
      }
    }
  }

  private void visit(String owner, @Nullable Schema<?> schema) {
    if (schema == null) {
      return;
    }
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .replaceAll((name, property) -> named(owner + camelCase(name), property));
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(part -> visit(owner, part));
    }
    visitElements(owner, schema);
  }

  private void visitElements(String owner, Schema<?> schema) {
    if (schema.getItems() != null) {
      schema.setItems(named(owner, schema.getItems()));
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      schema.setAdditionalProperties(named(owner, values));
    }
  }

  /** Returns the schema itself, or one that refers to a new enum schema. */
  private Schema<?> named(String name, Schema<?> schema) {
    visitElements(name, schema);
    if (!isEnum(schema)) {
      return schema;
    }
    String own = schema.getTitle() == null ? name : camelCase(schema.getTitle());
    if (own.length() > NameRefusals.LONGEST) {
      throw new Refusal(
          List.of(
              "#/components/schemas/"
                  + own
                  + ": the class of an inline enum has too long a name: give the enum a title."));
    }
    Schema values = new Schema().type(schema.getType()).format(schema.getFormat());
    values.setEnum(schema.getEnum().stream().filter(Objects::nonNull).toList());
    values.setDescription(schema.getDescription());
    Schema reference = new Schema().description(schema.getDescription());
    reference.setAllOf(new ArrayList<>(List.of(new Schema().$ref(PREFIX + own))));
    reference.setNullable(schema.getNullable());
    reference.setDeprecated(schema.getDeprecated());
    reference.setReadOnly(schema.getReadOnly());
    reference.setWriteOnly(schema.getWriteOnly());
    if (schema.getExtensions() != null) {
      schema
          .getExtensions()
          .forEach(
              (key, value) ->
                  (OF_THE_ENUM.contains(key) ? values : reference).addExtension(key, value));
    }
    Schema<?> taken = schemas.putIfAbsent(own, values);
    if (taken != null && !Objects.equals(taken.getEnum(), values.getEnum())) {
      throw new Refusal(
          List.of(
              "#/components/schemas/"
                  + own
                  + ": an inline enum with other values needs a class of that name: give the enum"
                  + " a title."));
    }
    return reference;
  }

  private static boolean isEnum(Schema<?> schema) {
    if (schema.getEnum() == null || "object".equals(schema.getType())) {
      return false;
    }
    long values = schema.getEnum().stream().filter(Objects::nonNull).count();
    return values > 1 || (values == 1 && "integer".equals(schema.getType()));
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        camel.append(Literals.capitalized(word));
      }
    }
    return camel.toString();
  }
}
