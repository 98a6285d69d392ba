package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.UnreadableDocumentException;
import io.github.extendclient.testing.internal.extract.Extraction;
import io.github.extendclient.testing.internal.extract.Extractor;
import io.github.extendclient.testing.internal.extract.Source;
import io.github.extendclient.testing.internal.http.Reply;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.ExtractRun;
import io.github.extendclient.testing.internal.state.Progress;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extract runs of 2026-02-09, and the deletion of processor runs in both versions. */
final class ExtractOperations {
  /** Extract runs have one reason for all that is wrong with a file; the message tells more. */
  private static final String ANY_FILE_PROBLEM = "FAILED_TO_PROCESS_FILE";

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
    JsonObject config = config(body);
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
    return Reply.json(200, JsonObject.of("id", call.id()));
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
        JsonObject.of("success", true)
            .with("documentProcessorRunId", call.id())
            .with("message", "The processor run is deleted."));
  }

  private static Refusal notFound(String kind, Call call) {
    return Refusal.notFound("There is no " + kind + " with the ID " + call.id() + ".");
  }

  private static JsonObject config(Fields body) {
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
      return new JsonObject();
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

  private JsonObject shape(ExtractRun run) {
    Instant now = environment.now();
    Extraction extraction = run.progress().result(now);
    UnreadableDocumentException failure = run.progress().failure(now);
    List<JsonObject> files = run.files().stream().map(FileShape::summary).toList();
    String id = "exr_" + run.key();
    return JsonObject.of("object", "extract_run")
        .with("id", id)
        .with("status", run.progress().status(now))
        .with("output", output(extraction))
        .with("initialOutput", null)
        .with("reviewedOutput", null)
        .with("failureReason", failure == null ? null : ANY_FILE_PROBLEM)
        .with("failureMessage", failureMessage(failure))
        .with("metadata", run.metadata())
        .with("reviewed", false)
        .with("edited", false)
        .with("edits", null)
        .with("config", run.config())
        .with("extractor", null)
        .with("extractorVersion", null)
        .with("file", run.isPackage() ? null : files.get(0))
        .with("files", run.isPackage() ? files : null)
        .with("parseRunId", null)
        .with("dashboardUrl", environment.urls().page("/dashboard/extract_runs/" + id))
        .with("usage", extraction == null ? null : JsonObject.of("credits", 0L))
        .with("createdAt", FileShape.time(run.progress().createdAt()))
        .with("updatedAt", FileShape.time(run.progress().updatedAt(now)));
  }

  private static @Nullable JsonObject output(@Nullable Extraction extraction) {
    return extraction == null
        ? null
        : JsonObject.of("value", extraction.value()).with("metadata", extraction.metadata());
  }

  private static @Nullable String failureMessage(@Nullable UnreadableDocumentException failure) {
    return failure == null ? null : failure.reason() + ": " + failure.getMessage();
  }
}
