package io.github.extendclient.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schemas used in requests. A new required property in one of them is a breaking change
 * anyway, so generated methods may depend on the number of required properties.
 */
@SuppressWarnings("rawtypes") // as in the model of the parser
final class SentModels {
  private static final String PREFIX = "#/components/schemas/";

  private final Map<String, Schema> schemas;
  private final Set<String> found = new TreeSet<>();

  private SentModels(OpenAPI document) {
    schemas =
        document.getComponents() == null || document.getComponents().getSchemas() == null
            ? Map.of()
            : document.getComponents().getSchemas();
  }

  /** Returns the names of the schemas. */
  static Set<String> of(OpenAPI document) {
    SentModels models = new SentModels(document);
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .map(Operation::getRequestBody)
        .filter(body -> body != null && body.getContent() != null)
        .flatMap(body -> body.getContent().values().stream())
        .forEach(media -> models.visit(media.getSchema()));
    return models.found;
  }

  private void visit(@Nullable Schema<?> schema) {
    if (schema == null) {
      return;
    }
    String reference = schema.get$ref();
    if (reference != null && reference.startsWith(PREFIX)) {
      String name = reference.substring(PREFIX.length());
      if (found.add(name)) {
        visit(schemas.get(name));
      }
    }
    visit(schema.getItems());
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      visit(values);
    }
    if (schema.getProperties() != null) {
      visitAll(schema.getProperties().values());
    }
    visitAll(schema.getAllOf());
    visitAll(schema.getOneOf());
    visitAll(schema.getAnyOf());
  }

  private void visitAll(@Nullable Collection<Schema> all) {
    if (all != null) {
      all.forEach(this::visit);
    }
  }
}
