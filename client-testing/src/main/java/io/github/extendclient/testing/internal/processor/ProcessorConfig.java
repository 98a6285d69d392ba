package io.github.extendclient.testing.internal.processor;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.extract.Extractor;
import io.github.extendclient.testing.internal.extract.FieldsConfig;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseOptions;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import java.util.List;

/** Configurations of processors: their checks, and their spellings in both versions. */
final class ProcessorConfig {
  private static final String FIELDS = "fields";

  private ProcessorConfig() {}

  /** A configuration in the spelling of 2026-02-09, checked. */
  static JsonObject checked(ProcessorKind kind, Fields config) {
    if (kind == ProcessorKind.EXTRACT && config.has(FIELDS)) {
      throw ApiException.invalidRequest(
          "The property \""
              + config.pathOf(FIELDS)
              + "\" is only taken where configurations are in the form of 2025-04-21: use"
              + " \"schema\".");
    }
    check(kind, config);
    return config.toMap();
  }

  private static void check(ProcessorKind kind, Fields config) {
    checkOptions(kind, config);
    if (kind == ProcessorKind.EXTRACT && config.has(FIELDS)) {
      if (config.has("schema")) {
        throw ApiException.invalidRequest(
            "The properties \"fields\" and \"schema\" of \""
                + config.path()
                + "\" exclude each other, but both are there.");
      }
      FieldsConfig.check(config, FIELDS);
    } else if (kind == ProcessorKind.EXTRACT) {
      config
          .object("schema")
          .ifPresent(schema -> Extractor.checkSchema(schema.toMap(), config.pathOf("schema")));
    } else {
      config.require(classesOf(kind));
      checkClasses(kind, config);
    }
  }

  /** Checks the types of options, most of which have no effect in this server. */
  private static void checkOptions(ProcessorKind kind, Fields config) {
    config.text("baseProcessor");
    config.text("baseVersion");
    config.text(
        switch (kind) {
          case EXTRACT -> "extractionRules";
          case CLASSIFY -> "classificationRules";
          case SPLIT -> "splitRules";
        });
    config.object("advancedOptions").ifPresent(options -> options.bool("citationsEnabled"));
    config.object("parseConfig").ifPresent(ParseOptions::of);
  }

  /** A saved configuration with the changes of a request, checked. */
  static JsonObject overridden(ProcessorKind kind, JsonObject saved, Fields changes) {
    if (kind == ProcessorKind.EXTRACT) {
      checked(kind, changes);
    } else {
      checkOptions(kind, changes);
      if (changes.has(classesOf(kind))) {
        checkClasses(kind, changes);
      }
    }
    JsonObject config = new JsonObject();
    config.putAll(saved);
    config.putAll(changes.toMap());
    if (changes.has("schema")) {
      config.remove(FIELDS);
    }
    return config;
  }

  /** The configuration of a processor that was created without one. */
  static JsonObject initial(ProcessorKind kind) {
    return kind == ProcessorKind.EXTRACT
        ? new JsonObject()
        : JsonObject.of(
            classesOf(kind),
            List.of(
                JsonObject.of("id", "other")
                    .with("type", "other")
                    .with("description", "Any document.")));
  }

  /** The property that holds the classes of a classifier or splitter. */
  static String classesOf(ProcessorKind kind) {
    return kind == ProcessorKind.SPLIT ? "splitClassifications" : "classifications";
  }

  /** A configuration of 2025-04-21, checked, in the spelling of 2026-02-09. */
  static JsonObject ofLegacy(ProcessorKind kind, Fields legacy) {
    String type = legacy.requireText("type");
    if (!type.equals(kind.legacyType())) {
      throw ApiException.invalidRequest(
          "The property \""
              + legacy.pathOf("type")
              + "\" must be "
              + kind.legacyType()
              + ", as the processor is, but it is "
              + type
              + ".");
    }
    check(kind, legacy);
    JsonObject config = new JsonObject();
    config.putAll(legacy.toMap());
    config.remove("type");
    if (config.containsKey("parser")) {
      config.put("parseConfig", config.remove("parser"));
    }
    return config;
  }

  /** A configuration in the spelling of 2025-04-21. */
  static JsonObject toLegacy(ProcessorKind kind, JsonObject config) {
    JsonObject legacy = JsonObject.of("type", kind.legacyType());
    legacy.putAll(config);
    if (legacy.containsKey("parseConfig")) {
      legacy.put("parser", legacy.remove("parseConfig"));
    }
    return legacy;
  }

  private static void checkClasses(ProcessorKind kind, Fields config) {
    String property = classesOf(kind);
    List<Fields> classes = config.objects(property);
    if (classes.isEmpty()) {
      throw ApiException.invalidRequest(
          "The property \"" + config.pathOf(property) + "\" must have at least one item.");
    }
    for (Fields one : classes) {
      one.requireText("id");
      one.requireText("type");
      one.require("description");
      one.text("description");
    }
  }
}
