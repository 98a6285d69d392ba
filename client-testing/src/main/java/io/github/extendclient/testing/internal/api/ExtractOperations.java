package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.UnreadableDocumentException;
import io.github.extendclient.testing.internal.extract.Extraction;
import io.github.extendclient.testing.internal.extract.Extractor;
import io.github.extendclient.testing.internal.extract.Source;
import io.github.extendclient.testing.internal.http.Reply;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.state.ExtractRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Extract runs of 2026-02-09, and the deletion of processor runs in both versions. */
final class ExtractOperations {
  /** From the page on extraction of several files. */
  private static final int MAX_PACKAGE_FILES = 50;

  private final Environment environment;
  private final FileInputs inputs;

  ExtractOperations(Environment environment) {
    this.environment = environment;
    this.inputs = new FileInputs(environment);
  }

  List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    return List.of(
        new Route(current, "POST", "/extract_runs", this::create),
        new Route(current, "GET", "/extract_runs/{id}", this::get),
        new Route(current, "DELETE", "/extract_runs/{id}", this::delete),
        new Route(current, "DELETE", "/processor_runs/{id}", this::deleteProcessorRun),
        new Route(
            ApiVersion.V2025_04_21, "DELETE", "/processor_runs/{id}", this::deleteProcessorRun));
  }

  private Reply create(Call call) throws IOException {
    Fields body = call.jsonBody();
    boolean isPackage = body.has("package");
    if (isPackage == body.has("file")) {
      throw Refusal.invalidRequest(
          isPackage
              ? "The properties \"file\" and \"package\" exclude each other, but both are there."
              : "The property \"file\" (or \"package\") is required, but it is missing.");
    }
    Map<String, @Nullable Object> config = config(body);
    Object metadata = RunOptions.metadata(body);
    RunOptions.check(body);
    List<FileInputs.Input> files =
        isPackage
            ? packageFiles(body.requireObject("package"))
            : List.of(inputs.of(body.requireObject("file"), true));
    Progress<Extraction> progress =
        new Progress<>(
            environment.now(), environment.times(), () -> Extractor.extract(read(files), config));
    ExtractRun run =
        new ExtractRun(
            environment.store().ids().next(),
            files.stream().map(FileInputs.Input::file).toList(),
            isPackage,
            config,
            metadata,
            progress);
    environment.store().extractRuns().put(run.key(), run);
    return Reply.json(200, shape(run));
  }

  private Reply get(Call call) {
    ExtractRun run =
        environment
            .store()
            .extractRuns()
            .find(call.id())
            .orElseThrow(() -> notFound("extract run", call));
    return Reply.json(200, shape(run));
  }

  private Reply delete(Call call) {
    environment
        .store()
        .extractRuns()
        .remove(call.id())
        .orElseThrow(() -> notFound("extract run", call));
    return Reply.json(200, Json.object("id", call.id()));
  }

  /** The shape of the answer follows the operation, not the version. */
  private Reply deleteProcessorRun(Call call) {
    environment
        .store()
        .extractRuns()
        .remove(call.id())
        .orElseThrow(() -> notFound("processor run", call));
    return Reply.json(
        200,
        Json.object(
            "success",
            true,
            "documentProcessorRunId",
            call.id(),
            "message",
            "The processor run is deleted."));
  }

  private static Refusal notFound(String kind, Call call) {
    return Refusal.notFound("There is no " + kind + " with the ID " + call.id() + ".");
  }

  private static Map<String, @Nullable Object> config(Fields body) {
    if (body.has("extractor")) {
      if (body.has("config")) {
        throw Refusal.invalidRequest(
            "The properties \"extractor\" and \"config\" exclude each other, but both are there.");
      }
      String id = body.requireObject("extractor").requireText("id");
      throw Refusal.notFound(
          "There is no extractor with the ID "
              + id
              + ": the embedded server has no saved extractors, send \"config\" instead.");
    }
    if (!body.has("config")) {
      return Map.of();
    }
    Fields config = body.requireObject("config");
    config
        .object("schema")
        .ifPresent(schema -> Extractor.checkSchema(schema.toMap(), "config.schema"));
    return config.toMap();
  }

  private List<FileInputs.Input> packageFiles(Fields files) {
    files.require("files");
    List<FileInputs.Input> found = new ArrayList<>();
    for (Fields file : files.objects("files")) {
      found.add(inputs.of(file, false));
    }
    if (found.isEmpty() || found.size() > MAX_PACKAGE_FILES) {
      throw Refusal.invalidRequest(
          "The property \"package.files\" must have 1 to "
              + MAX_PACKAGE_FILES
              + " files, but it has "
              + found.size()
              + ".");
    }
    return found;
  }

  private static List<Source> read(List<FileInputs.Input> files)
      throws UnreadableDocumentException {
    List<Source> sources = new ArrayList<>();
    for (FileInputs.Input input : files) {
      sources.add(new Source(input.file().id(), input.reading().run()));
    }
    return sources;
  }

  private Map<String, @Nullable Object> shape(ExtractRun run) {
    Instant now = environment.now();
    Extraction extraction = run.progress().result(now);
    UnreadableDocumentException failure = run.progress().failure(now);
    String id = "exr_" + run.key();
    Map<String, @Nullable Object> shape =
        Json.object(
            "object",
            "extract_run",
            "id",
            id,
            "status",
            run.progress().status(now),
            "output",
            extraction == null
                ? null
                : Json.object("value", extraction.value(), "metadata", extraction.metadata()),
            "initialOutput",
            null,
            "reviewedOutput",
            null,
            "failureReason",
            // Extract runs have one reason for all that is wrong with a file.
            failure == null ? null : "FAILED_TO_PROCESS_FILE",
            "failureMessage",
            failure == null ? null : failure.reason() + ": " + failure.getMessage(),
            "metadata",
            run.metadata(),
            "reviewed",
            false,
            "edited",
            false,
            "edits",
            null,
            "config",
            run.config());
    shape.put("extractor", null);
    shape.put("extractorVersion", null);
    List<Map<String, @Nullable Object>> files =
        run.files().stream().map((StoredFile file) -> FileShape.summary(file)).toList();
    shape.put("file", run.isPackage() ? null : files.get(0));
    shape.put("files", run.isPackage() ? files : null);
    shape.put("parseRunId", null);
    shape.put("dashboardUrl", environment.urls().page("/dashboard/extract_runs/" + id));
    shape.put("usage", extraction == null ? null : Json.object("credits", 0L));
    shape.put("createdAt", FileShape.time(run.progress().createdAt()));
    shape.put("updatedAt", FileShape.time(run.progress().updatedAt(now)));
    return shape;
  }
}
