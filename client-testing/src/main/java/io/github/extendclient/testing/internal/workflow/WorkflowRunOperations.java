package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.LegacyResponse;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.api.RunOptions;
import io.github.extendclient.testing.internal.file.FileInputs;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Output;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.state.Versioned;
import io.github.extendclient.testing.internal.state.WorkflowRun;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations on workflow runs, of both versions. */
public final class WorkflowRunOperations {
  private static final Set<String> FORMS = Set.of("url", "id", "text", "base64");
  private static final List<String> LEGACY_FORMS = List.of("fileUrl", "fileId");

  /** From the page on running workflows in 2025-04-21. */
  private static final int MAX_LEGACY_FILES = 50;

  private static final Pages.Times<WorkflowRun> TIMES =
      new Pages.Times<>() {
        @Override
        public Instant createdAt(WorkflowRun run) {
          return run.progress().createdAt();
        }

        @Override
        public Instant updatedAt(WorkflowRun run, Instant asOf) {
          return WorkflowRunShape.updatedAt(run, asOf);
        }
      };

  private static final Set<String> STATUSES =
      Stream.concat(Progress.STATUSES.stream(), Stream.of("NEEDS_REVIEW", "REJECTED", "CANCELLING"))
          .collect(Collectors.toSet());

  private final Environment environment;
  private final WorkflowRuns runs;
  private final FileInputs inputs;
  private final WorkflowRunShape shape;

  public WorkflowRunOperations(Environment environment, WorkflowRuns runs) {
    this.environment = environment;
    this.runs = runs;
    this.inputs = new FileInputs(environment);
    this.shape = new WorkflowRunShape(environment);
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    ApiVersion legacy = ApiVersion.V2025_04_21;
    List<Route> routes = new ArrayList<>();
    routes.add(new Route(current, "POST", "/workflow_runs", this::create));
    routes.add(new Route(legacy, "POST", "/workflow_runs", this::createLegacy));
    routes.add(
        new Route(
            legacy, "POST", "/workflow_runs/{workflowRunId}/outputs/{outputId}", this::correct));
    for (ApiVersion api : ApiVersion.values()) {
      String one = "/workflow_runs/{" + idName(api) + "}";
      routes.add(new Route(api, "GET", "/workflow_runs", this::list));
      routes.add(new Route(api, "POST", "/workflow_runs/batch", this::createBatch));
      routes.add(new Route(api, "GET", one, this::get));
      routes.add(new Route(api, "POST", one, this::update));
      routes.add(new Route(api, "DELETE", one, this::delete));
      routes.add(new Route(api, "POST", one + "/cancel", this::cancel));
    }
    return routes;
  }

  private static String idName(ApiVersion api) {
    return api.isLegacy() ? "workflowRunId" : "id";
  }

  private static String id(Call call) {
    return call.path(idName(call.version()));
  }

  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    Fields reference = body.requireObject("workflow");
    String id = reference.requireText("id");
    if (body.has("file") == body.has("package")) {
      throw ApiException.invalidRequest(
          body.has("file")
              ? "The properties \"file\" and \"package\" exclude each other, but both are there."
              : "The property \"file\" (or \"package\") is required, but it is missing.");
    }
    Object metadata = RunOptions.metadata(body);
    RunOptions.check(body);
    Versioned workflow = WorkflowOperations.require(environment, id);
    Version version =
        WorkflowOperations.version(workflow, reference.text("version").orElse("latest"));
    List<StoredFile> files =
        body.has("file")
            ? List.of(inputs.of(body.requireObject("file"), FORMS))
            : inputs.ofPackage(body.requireObject("package"));
    WorkflowRun run = runs.start(workflow, version, files, metadata, null, provided(body));
    return Response.json(200, shape.full(run));
  }

  private Response createLegacy(Call call) throws IOException {
    Fields body = call.jsonBody();
    Versioned workflow = WorkflowOperations.require(environment, body.requireText("workflowId"));
    Version version = WorkflowOperations.version(workflow, body.text("version").orElse("latest"));
    Object metadata = RunOptions.metadata(body);
    RunOptions.check(body);
    List<Fields> files = body.objects("files");
    if (files.size() > MAX_LEGACY_FILES) {
      throw ApiException.invalidRequest(
          "The property \"files\" must have at most "
              + MAX_LEGACY_FILES
              + " files, but it has "
              + files.size()
              + ".");
    }
    List<WorkflowRun> started = new ArrayList<>();
    for (Fields file : files) {
      StoredFile input = inputs.ofLegacy(file, LEGACY_FORMS);
      started.add(runs.start(workflow, version, List.of(input), metadata, null, provided(file)));
    }
    for (String text : body.texts("rawTexts")) {
      StoredFile input = inputs.ofText(text, "text.txt");
      started.add(runs.start(workflow, version, List.of(input), metadata, null, Map.of()));
    }
    if (started.isEmpty()) {
      throw ApiException.invalidRequest(
          "The property \"files\" (or \"rawTexts\") must have at least one item.");
    }
    return LegacyResponse.of("workflowRuns", started.stream().map(shape::legacy).toList());
  }

  private Response createBatch(Call call) throws IOException {
    Fields body = call.jsonBody();
    boolean legacy = call.version().isLegacy();
    Fields reference = legacy ? body : body.requireObject("workflow");
    String id = reference.requireText(legacy ? "workflowId" : "id");
    RunOptions.check(body);
    Versioned workflow = WorkflowOperations.require(environment, id);
    Version version =
        WorkflowOperations.version(workflow, reference.text("version").orElse("latest"));
    List<StoredFile> files = new ArrayList<>();
    List<@Nullable Object> metadata = new ArrayList<>();
    for (Fields input : RunOptions.inputs(body)) {
      metadata.add(RunOptions.metadata(input));
      files.add(batchFile(input, legacy));
    }
    String batchId = "batch_" + environment.newKey();
    for (int i = 0; i < files.size(); i++) {
      runs.start(workflow, version, List.of(files.get(i)), metadata.get(i), batchId, Map.of());
    }
    return legacy
        ? LegacyResponse.of("batchId", batchId)
        : Response.json(200, JsonObject.of("batchId", batchId));
  }

  private StoredFile batchFile(Fields input, boolean legacy) {
    if (!legacy) {
      return inputs.of(input.requireObject("file"), FORMS);
    }
    return input.has("rawText")
        ? inputs.ofText(input.requireText("rawText"), "text.txt")
        : inputs.ofLegacy(input.requireObject("file"), LEGACY_FORMS);
  }

  /** The outputs that a request provides, by the key of their processor. */
  private static Map<String, JsonObject> provided(Fields body) {
    Map<String, JsonObject> provided = new HashMap<>();
    for (Fields output : body.objects("outputs")) {
      String id = output.requireText("processorId");
      provided.put(id.substring(id.lastIndexOf('_') + 1), output.requireObject("output").toMap());
    }
    return provided;
  }

  private Response list(Call call) {
    call.queryChoice("status", STATUSES);
    boolean legacy = call.version().isLegacy();
    return environment
        .pages()
        .response(
            call,
            environment.store().workflowRuns(),
            run ->
                call.queryAllows("status", () -> run.status(environment.now()))
                    && call.queryAllows("workflowId", "workflow_" + run.workflow().key())
                    && call.queryAllows("batchId", run.batchId())
                    && run.files().stream()
                        .anyMatch(file -> call.queryContainedIn("fileNameContains", file.name())),
            new Pages.Listing<>(
                legacy ? "workflowRuns" : null,
                true,
                TIMES,
                legacy ? shape::legacySummary : shape::summary));
  }

  private Response get(Call call) {
    return response(call, runs.require(id(call)));
  }

  private Response update(Call call) throws IOException {
    WorkflowRun run = runs.require(id(call));
    Fields body = call.jsonBody();
    Object metadata = RunOptions.metadata(body);
    run.update(body.text("name").orElse(null), metadata instanceof JsonObject given ? given : null);
    return response(call, run);
  }

  private Response cancel(Call call) {
    WorkflowRun run = runs.require(id(call));
    RunOptions.cancel(
        run.progress(), environment.now(), Progress.Phase.PENDING, Progress.Phase.PROCESSING);
    runs.emit(run, "workflow_run.cancelled");
    return response(call, run);
  }

  private Response delete(Call call) {
    String id = id(call);
    environment.remove(Store::workflowRuns, "workflow run", id);
    return call.version().isLegacy()
        ? LegacyResponse.deleted("workflow run", "workflowRunId", id)
        : Response.json(200, JsonObject.of("id", id));
  }

  /** Corrects one output; when all are corrected, the review is approved. */
  private Response correct(Call call) throws IOException {
    WorkflowRun run = runs.require(id(call));
    Fields body = call.jsonBody();
    JsonObject given = body.requireObject("reviewedOutput").toMap();
    String outputId = call.path("outputId");
    Instant now = environment.now();
    List<ProcessorRun> outputs =
        runs.steps(run).stream().map(StepRun::processorRun).filter(Objects::nonNull).toList();
    ProcessorRun output =
        outputs.stream()
            .filter(one -> ("dpr_" + one.key()).equals(outputId))
            .findFirst()
            .orElseThrow(
                () ->
                    ApiException.notFound(
                        "The workflow run has no output with the ID " + outputId + "."));
    output.review().set(corrected(output, given, now));
    if (outputs.stream().allMatch(one -> one.review().get() != null)) {
      runs.approve(run);
    }
    return response(call, run);
  }

  /** The corrected output; missing properties keep the value of the run. */
  private static JsonObject corrected(ProcessorRun run, JsonObject given, Instant now) {
    JsonObject corrected = new JsonObject();
    Output made = run.progress().result(now);
    if (made != null && run.kind() != ProcessorKind.SPLIT) {
      corrected.putAll(made.value());
    }
    corrected.putAll(given);
    return corrected;
  }

  private Response response(Call call, WorkflowRun run) {
    return call.version().isLegacy()
        ? LegacyResponse.of("workflowRun", shape.legacy(run))
        : Response.json(200, shape.full(run));
  }
}
