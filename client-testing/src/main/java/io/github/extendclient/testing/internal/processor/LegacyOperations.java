package io.github.extendclient.testing.internal.processor;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.LegacyResponse;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.ProgressTimes;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.api.RunOptions;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.file.FileInputs;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Processors and processor runs: 2025-04-21, and the Legacy group of 2026-02-09. They are views of
 * extractors, classifiers and splitters and of their runs.
 */
public final class LegacyOperations {
  private static final List<String> FORMS = List.of("fileUrl", "fileId", "fileBase64");
  private static final Set<String> TYPES = Set.of("EXTRACT", "CLASSIFY", "SPLITTER");

  private static final Pages.Times<Processor> PROCESSOR_TIMES =
      Pages.times(one -> one.saved().createdAt(), one -> one.saved().updatedAt());
  private static final Pages.Times<ProcessorRun> RUN_TIMES =
      new ProgressTimes<>(ProcessorRun::progress);

  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns runs;
  private final FileInputs inputs;
  private final ProcessorShape shape = new ProcessorShape();
  private final ProcessorRunShape runShape;

  public LegacyOperations(Environment environment, Processors processors, ProcessorRuns runs) {
    this.environment = environment;
    this.processors = processors;
    this.runs = runs;
    this.inputs = new FileInputs(environment);
    this.runShape = new ProcessorRunShape(environment);
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (ApiVersion api : ApiVersion.values()) {
      routes.add(new Route(api, "GET", "/processors", this::list));
      routes.add(new Route(api, "POST", "/processors", this::create));
      routes.add(new Route(api, "POST", "/processors/{id}", this::update));
      routes.add(new Route(api, "POST", "/processors/{id}/publish", this::publish));
      routes.add(new Route(api, "GET", "/processors/{id}/versions", this::listVersions));
      routes.add(
          new Route(
              api,
              "GET",
              "/processors/{processorId}/versions/{processorVersionId}",
              this::getVersion));
      routes.add(new Route(api, "GET", "/processor_runs", this::listRuns));
      routes.add(new Route(api, "POST", "/processor_runs", this::createRun));
      routes.add(new Route(api, "GET", "/processor_runs/{id}", this::getRun));
      routes.add(new Route(api, "DELETE", "/processor_runs/{id}", this::deleteRun));
      routes.add(new Route(api, "POST", "/processor_runs/{id}/cancel", this::cancelRun));
    }
    return routes;
  }

  private Response list(Call call) {
    call.queryChoice("type", TYPES);
    return environment
        .pages()
        .response(
            call,
            environment.store().processors(),
            processor -> call.queryAllows("type", processor.kind().legacyType()),
            new Pages.Listing<>(
                "processors",
                true,
                PROCESSOR_TIMES,
                processor -> shape.legacySummary(processor, call.version())));
  }

  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    String name = body.requireText("name");
    body.require("type");
    ProcessorKind kind =
        body.choice("type", TYPES).flatMap(ProcessorKind::ofLegacyType).orElseThrow();
    JsonObject config = config(kind, body);
    if (body.has("cloneProcessorId")) {
      if (config != null) {
        throw ApiException.invalidRequest(
            "The properties \"cloneProcessorId\" and \"config\" exclude each other, but both are"
                + " there.");
      }
      config =
          processors.require(kind, body.requireText("cloneProcessorId")).saved().draft().content();
    }
    Processor processor =
        processors.create(kind, name, config == null ? ProcessorConfig.initial(kind) : config);
    return LegacyResponse.of("processor", shape.legacy(processor, call.version()));
  }

  private Response update(Call call) throws IOException {
    Processor processor = processors.require(call.id());
    Fields body = call.jsonBody();
    String name = body.has("name") ? body.requireText("name") : null;
    processors.update(processor, name, config(processor.kind(), body));
    return LegacyResponse.of("processor", shape.legacy(processor, call.version()));
  }

  private Response publish(Call call) throws IOException {
    Processor processor = processors.require(call.id());
    Fields body = call.jsonBody();
    body.require("releaseType");
    boolean major =
        body.choice("releaseType", Set.of("major", "minor")).filter("major"::equals).isPresent();
    Version version =
        processors.publish(
            processor,
            major,
            body.text("description").orElse(null),
            config(processor.kind(), body));
    return LegacyResponse.of(
        "processorVersion", shape.legacyVersion(processor, version, call.version()));
  }

  private Response listVersions(Call call) {
    Processor processor = processors.require(call.id());
    List<JsonObject> versions =
        processor.saved().all().stream()
            .map(version -> shape.legacyVersion(processor, version, call.version()))
            .toList();
    return LegacyResponse.of("versions", versions);
  }

  private Response getVersion(Call call) {
    Processor processor = processors.require(call.path("processorId"));
    Version version = Processors.version(processor, call.path("processorVersionId"));
    return LegacyResponse.of("version", shape.legacyVersion(processor, version, call.version()));
  }

  private Response listRuns(Call call) {
    call.queryChoice("status", Progress.STATUSES);
    call.queryChoice("processorType", TYPES);
    return environment
        .pages()
        .response(
            call,
            environment.store().processorRuns(),
            run -> isWanted(call, run),
            new Pages.Listing<>(
                "processorRuns",
                true,
                RUN_TIMES,
                run -> runShape.legacySummary(run, call.version())));
  }

  private boolean isWanted(Call call, ProcessorRun run) {
    Processor processor = run.processor();
    String processorId = processor == null ? null : ProcessorShape.id(processor, call.version());
    return call.queryAllows("status", () -> run.progress().status(environment.now()))
        && call.queryAllows("processorId", processorId)
        && call.queryAllows("processorType", run.kind().legacyType())
        && call.queryAllows("source", run.origin().source())
        && call.queryAllows("sourceId", run.origin().sourceId())
        && call.queryContainedIn("fileNameContains", run.files().get(0).name());
  }

  private Response createRun(Call call) throws IOException {
    Fields body = call.jsonBody();
    String id = body.requireText("processorId");
    if (body.has("file") == body.has("rawText")) {
      throw ApiException.invalidRequest(
          "The body must have exactly one of \"file\" and \"rawText\", but it has "
              + (body.has("file") ? "both." : "none."));
    }
    Object metadata = RunOptions.metadata(body);
    RunOptions.check(body);
    Processor processor = processors.require(id);
    Version version = Processors.version(processor, body.text("version").orElse("latest"));
    JsonObject override = config(processor.kind(), body);
    StoredFile file =
        body.has("file")
            ? inputs.ofLegacy(body.requireObject("file"), FORMS)
            : inputs.ofText(body.requireText("rawText"), "text.txt");
    boolean sync = body.bool("sync").orElse(false);
    ProcessorRun run =
        runs.start(
            new ProcessorRuns.RunInput(
                processor.kind(),
                List.of(file),
                false,
                override == null ? version.content() : override,
                processor,
                version,
                null),
            metadata,
            RunOrigin.API,
            sync ? RunStart.SYNCHRONOUS : RunStart.PENDING);
    return LegacyResponse.of("processorRun", runShape.legacy(run, call.version()));
  }

  private Response getRun(Call call) {
    return LegacyResponse.of("processorRun", runShape.legacy(require(call), call.version()));
  }

  private Response cancelRun(Call call) {
    ProcessorRun run = require(call);
    RunOptions.cancel(
        run.progress(), environment.now(), Progress.Phase.PENDING, Progress.Phase.PROCESSING);
    return LegacyResponse.of("processorRun", runShape.legacy(run, call.version()));
  }

  /** The shape of the response follows the operation, not the version. */
  private Response deleteRun(Call call) {
    require(call);
    environment.remove(Store::processorRuns, "processor run", call.id());
    return LegacyResponse.deleted("processor run", "documentProcessorRunId", call.id());
  }

  private ProcessorRun require(Call call) {
    return environment
        .store()
        .processorRuns()
        .find(call.id())
        .filter(run -> call.id().equals(run.id()) || call.id().startsWith("dpr_"))
        .orElseThrow(() -> ApiException.notFound("processor run", call.id()));
  }

  private static @Nullable JsonObject config(ProcessorKind kind, Fields body) {
    return body.object("config").map(config -> ProcessorConfig.ofLegacy(kind, config)).orElse(null);
  }
}
