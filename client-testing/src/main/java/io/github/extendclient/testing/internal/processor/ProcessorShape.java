package io.github.extendclient.testing.internal.processor;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.state.Versioned;
import java.util.ArrayList;
import java.util.List;

/**
 * Processors and their versions in the shapes of both versions of the API. The Legacy group of
 * 2026-02-09 has the shapes of 2025-04-21 with the IDs of 2026-02-09.
 */
public final class ProcessorShape {
  public static String id(Processor processor) {
    return processor.kind().processorPrefix() + processor.saved().key();
  }

  public static String id(Processor processor, ApiVersion api) {
    return api.isLegacy() ? "dp_" + processor.saved().key() : id(processor);
  }

  public static String id(Processor processor, Version version, ApiVersion api) {
    return (api.isLegacy() ? "dpv_" : processor.kind().versionPrefix()) + version.key();
  }

  public JsonObject summary(Processor processor) {
    Versioned saved = processor.saved();
    return JsonObject.of("object", processor.kind().noun())
        .with("id", id(processor))
        .with("name", saved.name())
        .with("createdAt", FileShape.time(saved.createdAt()))
        .with("updatedAt", FileShape.time(saved.updatedAt()));
  }

  public JsonObject full(Processor processor) {
    return summary(processor).with("draftVersion", version(processor, processor.saved().draft()));
  }

  public JsonObject versionSummary(Processor processor, Version version) {
    return JsonObject.of("object", processor.kind().noun() + "_version")
        .with("id", id(processor, version, ApiVersion.V2026_02_09))
        .with("description", version.note())
        .with("version", version.number())
        .with(processor.kind().noun() + "Id", id(processor))
        .with("createdAt", FileShape.time(version.createdAt()));
  }

  public JsonObject version(Processor processor, Version version) {
    return versionSummary(processor, version).with("config", version.content());
  }

  public JsonObject legacy(Processor processor, ApiVersion api) {
    return legacyHead(processor, api)
        .with("draftVersion", legacyVersion(processor, processor.saved().draft(), api));
  }

  public JsonObject legacySummary(Processor processor, ApiVersion api) {
    List<JsonObject> versions = new ArrayList<>();
    for (Version version : processor.saved().all()) {
      versions.add(
          JsonObject.of("id", id(processor, version, api)).with("version", version.number()));
    }
    return legacyHead(processor, api).with("versions", versions);
  }

  public JsonObject legacyVersion(Processor processor, Version version, ApiVersion api) {
    JsonObject shape =
        JsonObject.of("object", "document_processor_version")
            .with("id", id(processor, version, api))
            .with("processorId", id(processor, api))
            .with("processorName", processor.saved().name())
            .with("processorType", processor.kind().legacyType())
            .with("description", version.note())
            .with("version", version.number())
            .with("config", ProcessorConfig.toLegacy(processor.kind(), version.content()))
            .with("createdAt", FileShape.time(version.createdAt()))
            .with("updatedAt", FileShape.time(version.createdAt()));
    return RunShape.withoutNulls(shape);
  }

  private static JsonObject legacyHead(Processor processor, ApiVersion api) {
    Versioned saved = processor.saved();
    return JsonObject.of("object", "document_processor")
        .with("id", id(processor, api))
        .with("name", saved.name())
        .with("type", processor.kind().legacyType())
        .with("createdAt", FileShape.time(saved.createdAt()))
        .with("updatedAt", FileShape.time(saved.updatedAt()));
  }
}
