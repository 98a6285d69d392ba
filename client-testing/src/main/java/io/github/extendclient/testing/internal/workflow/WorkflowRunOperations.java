package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.Refusal;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.api.RunOptions;
import io.github.extendclient.testing.internal.api.Waiting;
import io.github.extendclient.testing.internal.file.FileInputs;
import io.github.extendclient.testing.internal.http.Reply;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseRuns;
import io.github.extendclient.testing.internal.processor.ProcessorRuns;
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.Output;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Table;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Workflow runs of both versions. */
public final class WorkflowRunOperations {
  private static final Set<String> FORMS = Set.of("url", "id", "text", "base64");
  private static final List<String> LEGACY_FORMS = List.of("fileUrl", "fileId");

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

  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns processorRuns;
  private final ParseRuns parseRuns;
  private final FileInputs inputs;
  private final WorkflowRunShape shape;

  public WorkflowRunOperations(
      Environment environment,
      Processors processors,
      ProcessorRuns processorRuns,
      ParseRuns parseRuns) {
    this.environment = environment;
    this.processors = processors;
    this.processorRuns = processorRuns;
    this.parseRuns = parseRuns;
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

  /** Ends the wait of a run for a person, as the dashboard does. */
  public void review(String id, boolean approved, @Nullable String note) {
    WorkflowRun run = require(id);
    Instant now = environment.now();
    if (!run.status(now).equals("NEEDS_REVIEW")) {
      throw new IllegalStateException(
          "the workflow run "
              + id
              + " does not wait for a review: its status is "
              + run.status(now)
              + ", not NEEDS_REVIEW");
    }
    int before = steps(run).size();
    run.review(approved, note, now);
    if (approved) {
      tellEnd(run, before);
    } else {
      tell(run, "workflow_run.rejected");
    }
  }

  private Reply create(Call call) throws IOException {
    Fields body = call.jsonBody();
    Fields reference = body.requireObject("workflow");
    String id = reference.requireText("id");
    if (body.has("file") == body.has("package")) {
      throw Refusal.invalidRequest(
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
    WorkflowRun run = start(workflow, version, files, metadata, null, provided(body));
    return Reply.json(200, shape.full(run));
  }

  private Reply createLegacy(Call call) throws IOException {
    Fields body = call.jsonBody();
    Versioned workflow = WorkflowOperations.require(environment, body.requireText("workflowId"));
    Version version = WorkflowOperations.version(workflow, body.text("version").orElse("latest"));
    Object metadata = RunOptions.metadata(body);
    RunOptions.check(body);
    List<WorkflowRun> runs = new ArrayList<>();
    for (Fields file : body.objects("files")) {
      StoredFile input = inputs.ofLegacy(file, LEGACY_FORMS);
      runs.add(start(workflow, version, List.of(input), metadata, null, provided(file)));
    }
    for (String text : body.texts("rawTexts")) {
      StoredFile input = inputs.ofText(text, "text.txt");
      runs.add(start(workflow, version, List.of(input), metadata, null, Map.of()));
    }
    if (runs.isEmpty()) {
      throw Refusal.invalidRequest(
          "The property \"files\" (or \"rawTexts\") must have at least one item.");
    }
    return answer("workflowRuns", runs.stream().map(shape::legacy).toList());
  }

  private Reply createBatch(Call call) throws IOException {
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
      start(workflow, version, List.of(files.get(i)), metadata.get(i), batchId, Map.of());
    }
    return legacy ? answer("batchId", batchId) : Reply.json(200, JsonObject.of("batchId", batchId));
  }

  private StoredFile batchFile(Fields input, boolean legacy) {
    if (!legacy) {
      return inputs.of(input.requireObject("file"), FORMS);
    }
    return input.has("rawText")
        ? inputs.ofText(input.requireText("rawText"), "text.txt")
        : inputs.ofLegacy(input.requireObject("file"), LEGACY_FORMS);
  }

  /** Outputs that are known already, by the key of their processor. */
  private static Map<String, JsonObject> provided(Fields body) {
    Map<String, JsonObject> provided = new HashMap<>();
    for (Fields output : body.objects("outputs")) {
      String id = output.requireText("processorId");
      provided.put(id.substring(id.lastIndexOf('_') + 1), output.requireObject("output").toMap());
    }
    return provided;
  }

  private WorkflowRun start(
      Versioned workflow,
      Version version,
      List<StoredFile> files,
      @Nullable Object metadata,
      @Nullable String batchId,
      Map<String, JsonObject> provided) {
    String key = environment.newKey();
    JsonObject given = metadata instanceof JsonObject object ? object : new JsonObject();
    WorkflowSteps steps =
        new WorkflowSteps(
            environment, processors, processorRuns, parseRuns, "workflow_run_" + key, provided);
    Progress<WorkflowRun.Outcome> progress =
        new Progress<>(
            environment.now(),
            Waiting.IN_QUEUE.times(environment.times()),
            () -> new WorkflowEngine(steps, version).run(files, given));
    WorkflowRun run = new WorkflowRun(key, workflow, version, files, given, batchId, progress);
    environment.store().workflowRuns().put(key, run);
    environment.events().atEnd(progress.endsAt(), () -> tellEnd(run, 0));
    return run;
  }

  private List<StepRun> steps(WorkflowRun run) {
    WorkflowRun.Outcome outcome = run.outcome(environment.now());
    return outcome == null ? List.of() : outcome.steps();
  }

  /** Tells of the steps from a number on, and of the end; a run that was cancelled has none. */
  private void tellEnd(WorkflowRun run, int firstStep) {
    List<StepRun> steps = steps(run);
    if (run.outcome(environment.now()) == null) {
      return;
    }
    for (StepRun step : steps.subList(firstStep, steps.size())) {
      environment
          .events()
          .emit(
              "workflow_run.step_run.processed",
              run.workflow().key(),
              version -> version.isLegacy() ? shape.legacy(run) : shape.step(run, step));
    }
    switch (run.status(environment.now())) {
      case "PROCESSED" -> tell(run, "workflow_run.completed");
      case "NEEDS_REVIEW" -> tell(run, "workflow_run.needs_review");
      default -> tell(run, "workflow_run.failed");
    }
  }

  private void tell(WorkflowRun run, String event) {
    environment
        .events()
        .emit(
            event,
            run.workflow().key(),
            version -> version.isLegacy() ? shape.legacy(run) : shape.full(run));
  }

  private Reply list(Call call) {
    boolean legacy = call.version().isLegacy();
    return environment
        .pages()
        .reply(
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

  private Reply get(Call call) {
    return reply(call, require(id(call)));
  }

  private Reply update(Call call) throws IOException {
    WorkflowRun run = require(id(call));
    Fields body = call.jsonBody();
    Object metadata = RunOptions.metadata(body);
    run.update(body.text("name").orElse(null), metadata instanceof JsonObject given ? given : null);
    return reply(call, run);
  }

  private Reply cancel(Call call) {
    WorkflowRun run = require(id(call));
    RunOptions.cancel(
        run.progress(), environment.now(), Progress.Phase.PENDING, Progress.Phase.PROCESSING);
    tell(run, "workflow_run.cancelled");
    return reply(call, run);
  }

  private Reply delete(Call call) {
    String id = id(call);
    environment
        .store()
        .workflowRuns()
        .remove(id)
        .orElseThrow(() -> Refusal.notFound("workflow run", id));
    return Reply.json(
        200,
        call.version().isLegacy()
            ? JsonObject.of("success", true)
                .with("workflowRunId", id)
                .with("message", "The workflow run is deleted.")
            : JsonObject.of("id", id));
  }

  /** A person corrects one output; when all are corrected, the review is done. */
  private Reply correct(Call call) throws IOException {
    WorkflowRun run = require(id(call));
    Fields body = call.jsonBody();
    JsonObject given = body.requireObject("reviewedOutput").toMap();
    String outputId = call.path("outputId");
    Instant now = environment.now();
    WorkflowRun.Outcome outcome = run.outcome(now);
    List<ProcessorRun> outputs =
        (outcome == null ? Stream.<StepRun>empty() : outcome.steps().stream())
            .map(StepRun::processorRun)
            .filter(Objects::nonNull)
            .toList();
    ProcessorRun output =
        outputs.stream()
            .filter(one -> ("dpr_" + one.key()).equals(outputId))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "The workflow run has no output with the ID " + outputId + "."));
    output.review().set(corrected(output, given, now));
    if (run.status(now).equals("NEEDS_REVIEW")
        && outputs.stream().allMatch(one -> one.review().get() != null)) {
      int before = steps(run).size();
      run.review(true, null, now);
      tellEnd(run, before);
    }
    return reply(call, run);
  }

  /** What a person leaves out stays as the run made it. */
  private static JsonObject corrected(ProcessorRun run, JsonObject given, Instant now) {
    JsonObject corrected = new JsonObject();
    Output made = run.progress().result(now);
    if (made != null && run.kind() != ProcessorKind.SPLIT) {
      corrected.putAll(made.value());
    }
    corrected.putAll(given);
    return corrected;
  }

  private Reply reply(Call call, WorkflowRun run) {
    return call.version().isLegacy()
        ? answer("workflowRun", shape.legacy(run))
        : Reply.json(200, shape.full(run));
  }

  private WorkflowRun require(String id) {
    return environment
        .store()
        .workflowRuns()
        .find(id)
        .orElseThrow(() -> Refusal.notFound("workflow run", id));
  }

  /** Runs all that is due, so that lists show the runs that workflows made. */
  public void settle() {
    Instant now = environment.now();
    environment.store().workflowRuns().rows().stream()
        .map(Table.Row::value)
        .forEach(run -> run.outcome(now));
  }

  private static Reply answer(String name, Object value) {
    return Reply.json(200, JsonObject.of("success", true).with(name, value));
  }
}
