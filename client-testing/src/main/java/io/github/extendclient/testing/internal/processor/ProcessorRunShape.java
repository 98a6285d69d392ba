package io.github.extendclient.testing.internal.processor;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Output;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Extract, classify and split runs in the shapes of both versions of the API. */
public final class ProcessorRunShape {
  private final Environment environment;
  private final ProcessorShape processors = new ProcessorShape();

  public ProcessorRunShape(Environment environment) {
    this.environment = environment;
  }

  public RunShape.@Nullable Failure failure(ProcessorRun run) {
    return RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.PROCESSOR);
  }

  /** A run as lists show it. */
  public JsonObject summary(ProcessorRun run) {
    Instant now = environment.now();
    Processor processor = run.processor();
    Version version = run.version();
    String noun = run.kind().noun();
    boolean reviewed = run.review().get() != null;
    List<JsonObject> files = run.files().stream().map(FileShape::summary).toList();
    JsonObject shape =
        JsonObject.of("object", run.kind().runObject())
            .with("id", run.id())
            .with("status", run.progress().status(now));
    RunShape.withFailure(shape, failure(run))
        .with("metadata", run.metadata())
        .with("reviewed", reviewed)
        .with("edited", reviewed)
        .with(noun, processor == null ? null : processors.summary(processor))
        .with(
            noun + "Version",
            processor == null || version == null
                ? null
                : processors.versionSummary(processor, version))
        .with("file", run.isPackage() ? null : files.get(0))
        .with("parseRunId", null)
        .with("dashboardUrl", dashboardUrl(run))
        .with("usage", environment.usage(run.progress().result(now) != null))
        .with("createdAt", FileShape.time(run.progress().createdAt()))
        .with("updatedAt", FileShape.time(run.progress().updatedAt(now)));
    if (run.kind() == ProcessorKind.EXTRACT) {
      shape.put("files", run.isPackage() ? files : null);
    }
    return shape;
  }

  /** A run as its own operations show it. */
  public JsonObject full(ProcessorRun run) {
    JsonObject made = made(run);
    JsonObject reviewed = run.review().get();
    JsonObject shape =
        summary(run)
            .with("output", reviewed == null ? made : reviewed)
            .with("initialOutput", reviewed == null ? null : made)
            .with("reviewedOutput", reviewed)
            .with("config", run.config());
    if (run.kind() == ProcessorKind.EXTRACT) {
      shape.put("edits", reviewed == null ? null : new JsonObject());
    }
    return shape;
  }

  public JsonObject legacySummary(ProcessorRun run, ApiVersion api) {
    Instant now = environment.now();
    return RunShape.withoutNulls(
        legacyHead(run, api)
            .with("createdAt", FileShape.time(run.progress().createdAt()))
            .with("updatedAt", FileShape.time(run.progress().updatedAt(now))));
  }

  public JsonObject legacy(ProcessorRun run, ApiVersion api) {
    JsonObject made = legacyOutput(made(run));
    JsonObject reviewed = legacyOutput(run.review().get());
    JsonObject shape = JsonObject.of("object", "document_processor_run");
    shape.putAll(legacyHead(run, api));
    RunShape.withFailure(shape, failure(run))
        .with(
            "output",
            Objects.requireNonNullElseGet(reviewed == null ? made : reviewed, JsonObject::new))
        .with("initialOutput", reviewed == null ? null : made)
        .with("reviewedOutput", reviewed)
        .with("metadata", run.metadata())
        .with("reviewed", reviewed != null)
        .with("edited", reviewed != null)
        .with("edits", new JsonObject())
        .with("config", ProcessorConfig.toLegacy(run.kind(), run.config()))
        .with(
            "files",
            run.files().stream().map(file -> FileShape.file(file, api, null, null)).toList())
        .with("mergedProcessors", List.of())
        .with("url", dashboardUrl(run));
    return RunShape.withoutNulls(shape);
  }

  public static String legacyId(ProcessorRun run, ApiVersion api) {
    return api.isLegacy() ? "dpr_" + run.key() : run.id();
  }

  /** A run without a saved processor, which only 2026-02-09 can make, has empty texts for it. */
  private JsonObject legacyHead(ProcessorRun run, ApiVersion api) {
    Instant now = environment.now();
    Processor processor = run.processor();
    Version version = run.version();
    return JsonObject.of("id", legacyId(run, api))
        .with("status", run.progress().status(now))
        .with("type", run.kind().legacyType())
        .with("processorId", processor == null ? "" : ProcessorShape.id(processor, api))
        .with("processorName", processor == null ? "" : processor.saved().name())
        .with(
            "processorVersionId",
            processor == null || version == null ? "" : ProcessorShape.id(processor, version, api))
        .with("usage", environment.usage(run.progress().result(now) != null));
  }

  private @Nullable JsonObject made(ProcessorRun run) {
    Output output = run.progress().result(environment.now());
    return output == null ? null : output.value();
  }

  private String dashboardUrl(ProcessorRun run) {
    return environment.urls().page("/dashboard/" + run.kind().runObject() + "s/" + run.id());
  }

  /** Citations have a number for their page; its size stands beside it. */
  private static @Nullable JsonObject legacyOutput(@Nullable JsonObject output) {
    if (output == null
        || !output.containsKey("value")
        || !(output.get("metadata") instanceof JsonObject metadata)) {
      return output;
    }
    JsonObject legacyMetadata = new JsonObject();
    metadata.forEach(
        (path, value) ->
            legacyMetadata.put(path, value instanceof JsonObject one ? legacyField(one) : value));
    JsonObject legacy = new JsonObject();
    legacy.putAll(output);
    legacy.put("metadata", legacyMetadata);
    return legacy;
  }

  private static JsonObject legacyField(JsonObject field) {
    JsonObject legacy = JsonObject.of("logprobsConfidence", null);
    legacy.putAll(field);
    if (field.get("citations") instanceof List<?> citations) {
      List<JsonObject> converted = new ArrayList<>();
      for (Object citation : citations) {
        if (citation instanceof JsonObject one) {
          converted.add(legacyCitation(one));
        }
      }
      legacy.put("citations", converted);
    }
    return legacy;
  }

  private static JsonObject legacyCitation(JsonObject citation) {
    JsonObject legacy = new JsonObject();
    for (Map.Entry<String, @Nullable Object> member : citation.entrySet()) {
      if (member.getKey().equals("page") && member.getValue() instanceof JsonObject page) {
        legacy.put("page", page.get("number"));
        legacy.put("pageWidth", page.get("width"));
        legacy.put("pageHeight", page.get("height"));
      } else if (!member.getKey().equals("fileId")) {
        legacy.put(member.getKey(), member.getValue());
      }
    }
    return RunShape.withoutNulls(legacy);
  }
}
