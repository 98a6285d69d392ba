package io.github.extendclient.spec;

import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The bundled document of one API version, as in the jar. */
final class Bundle {

  static final List<String> VERSIONS = List.of("2026-02-09", "2025-04-21");

  private final String text;
  private final JsonNode tree;
  private final SchemaValidator validator;

  private Bundle(String version) {
    try (InputStream stream =
        Bundle.class.getResourceAsStream("/openapi/extend-" + version + ".yaml")) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      tree = new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var result =
        new OpenAPIV3Parser().readContents(schemasOnly(tree).toString(), null, new ParseOptions());
    if (!result.getMessages().isEmpty()) {
      throw new IllegalStateException("The bundle does not parse: " + result.getMessages());
    }
    OpenAPI model = result.getOpenAPI();
    // Unknown properties are allowed by the API's rules of compatibility.
    var levels =
        LevelResolver.create()
            .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
            .build();
    validator = new SchemaValidator(model, new MessageResolver(levels));
  }

  /**
   * A document of bare schemas: the validator copies all of them for each one that it checks.
   *
   * <p>Discriminators are removed. The validator recurses without end over the schemas of two of
   * them, until the stack overflows. Every member has its tag as a constant, so oneOf alone is as
   * strict.
   */
  private static ObjectNode schemasOnly(JsonNode tree) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("openapi", "3.0.3").putObject("paths");
    document.set("info", tree.get("info"));
    ObjectNode schemas = tree.at("/components/schemas").deepCopy();
    schemas.forEach(Bundle::strip);
    document.putObject("components").set("schemas", schemas);
    return document;
  }

  private static void strip(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      object.remove(
          List.of("description", "example", "discriminator", "x-enum-descriptions", "x-extend-id"));
      object.path("properties").forEach(Bundle::strip);
      strip(object.path("items"));
      strip(object.path("additionalProperties"));
      object.path("oneOf").forEach(Bundle::strip);
      object.path("allOf").forEach(Bundle::strip);
    }
  }

  static Bundle of(String version) {
    return new Bundle(version);
  }

  String text() {
    return text;
  }

  JsonNode tree() {
    return tree;
  }

  JsonNode schemas() {
    return tree.at("/components/schemas");
  }

  /** The node that a reference within the bundle points to; the node itself if it is none. */
  JsonNode follow(JsonNode node) {
    JsonNode target = node;
    while (target.has("$ref")) {
      target = tree.at(target.get("$ref").asText().substring(1));
    }
    return target;
  }

  /** The violations of the schema of that name by {@code instance}. */
  List<String> violations(JsonNode instance, String schema) {
    return violations(instance, new Schema<>().$ref("#/components/schemas/" + schema));
  }

  private List<String> violations(JsonNode instance, Schema<?> schema) {
    return validator.validate(instance.toString(), schema, "example").getMessages().stream()
        .map(ValidationReport.Message::getMessage)
        .toList();
  }

  /** Every operation with the pointer to it. */
  Stream<Operation> operations() {
    return tree.path("paths").properties().stream()
        .flatMap(
            path ->
                Stream.of("get", "post", "delete")
                    .filter(path.getValue()::has)
                    .map(
                        method ->
                            new Operation(
                                method.toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                path.getValue().get(method))));
  }

  record Operation(String method, String path, JsonNode node) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
