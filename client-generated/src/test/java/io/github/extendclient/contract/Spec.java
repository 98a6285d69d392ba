package io.github.extendclient.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A specification as it is written, beside the package that was generated from it. */
enum Spec {
  V20260209("v20260209", "openapi/extend-2026-02-09.yaml"),
  V20250421("v20250421", "openapi/extend-2025-04-21.yaml"),
  NASTY("nasty", null);

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private static final String REFERENCE = "#/components/schemas/";

  private final String packageName;
  private final JsonNode document;

  Spec(String folder, @Nullable String resource) {
    packageName = "io.github.extendclient." + folder;
    try (InputStream yaml = open(resource)) {
      document = new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String packageName() {
    return packageName;
  }

  JsonAdapter.Factory models() {
    try {
      return (JsonAdapter.Factory)
          Class.forName(packageName + ".model.ModelJsonAdapterFactory")
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(packageName, e);
    }
  }

  /** The schemas that become classes: objects with properties, enums and unions. */
  List<String> classNames() {
    return document.at("/components/schemas").properties().stream()
        .filter(schema -> isClass(schema.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  Class<?> modelClass(String schema) {
    try {
      return Class.forName(packageName + ".model." + schema);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(schema, e);
    }
  }

  JsonNode schema(String name) {
    return document.at(REFERENCE.substring(1) + name);
  }

  /** The schema itself, behind references, descriptions and the ways to say that it may be null. */
  JsonNode resolve(JsonNode schema) {
    return resolve(document, schema);
  }

  static JsonNode resolve(JsonNode document, JsonNode schema) {
    JsonNode found = schema;
    while (true) {
      String name = referenceName(found);
      if (!name.isEmpty()) {
        found = document.at(REFERENCE.substring(1) + name);
      } else if (found.path("allOf").size() == 1) {
        found = found.get("allOf").get(0);
      } else if (isNullableReference(found)) {
        found = found.get("oneOf").get(0);
      } else {
        return found;
      }
    }
  }

  static String referenceName(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : "";
  }

  static boolean isNullable(JsonNode schema) {
    return schema.path("nullable").asBoolean() || isNullableReference(schema);
  }

  List<SpecOperation> operations() {
    List<SpecOperation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new SpecOperation(
                                    this, path.getKey(), method.getKey(), method.getValue()))));
    return operations;
  }

  JsonNode at(String pointer) {
    return document.at(pointer);
  }

  private static boolean isNullableReference(JsonNode schema) {
    return schema.path("oneOf").size() == 2
        && schema.get("oneOf").get(1).path("enum").size() == 1
        && schema.get("oneOf").get(1).get("enum").get(0).isNull();
  }

  private static boolean isClass(JsonNode schema) {
    return schema.has("properties") || schema.has("enum") || schema.path("oneOf").size() > 1;
  }

  private static InputStream open(@Nullable String resource) throws IOException {
    return resource == null
        ? Files.newInputStream(Path.of("src/test/openapi/nasty.yaml"))
        : Objects.requireNonNull(Spec.class.getClassLoader().getResourceAsStream(resource));
  }
}
