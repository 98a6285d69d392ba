package io.github.extendclient.spec.released;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Makes plain references of the two ways to describe or null one. The comparing library knows a
 * recursion by its reference only and would follow a wrapped one for ever; what may be null is kept
 * aside.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // The types of the library are raw.
final class PlainReferences {

  private final TreeSet<String> nullable = new TreeSet<>();

  /** Rewrites the schemas of {@code api} and returns the properties that may be null. */
  static TreeSet<String> rewrite(OpenAPI api) {
    var rewriting = new PlainReferences();
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    schemas.forEach((name, schema) -> schemas.put(name, rewriting.plain(name, schema)));
    return rewriting.nullable;
  }

  private Schema<?> plain(String where, Schema<?> schema) {
    List<Schema> wrapped = schema.getAllOf();
    if (wrapped != null && wrapped.size() == 1) {
      return plain(where, wrapped.get(0));
    }
    List<Schema> choice = schema.getOneOf();
    if (choice != null && choice.size() == 2 && isNull(choice.get(1))) {
      nullable.add(where);
      return plain(where, choice.get(0));
    }
    if (Boolean.TRUE.equals(schema.getNullable())) {
      nullable.add(where);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().replaceAll((name, property) -> plain(where + "." + name, property));
    }
    if (schema.getItems() != null) {
      schema.setItems(plain(where + "[]", schema.getItems()));
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      schema.setAdditionalProperties(plain(where + "{}", values));
    }
    return schema;
  }

  private static boolean isNull(Schema<?> schema) {
    return Boolean.TRUE.equals(schema.getNullable()) && schema.get$ref() == null;
  }
}
