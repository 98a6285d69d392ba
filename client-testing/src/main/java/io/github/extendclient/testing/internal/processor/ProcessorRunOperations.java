package io.github.extendclient.testing.internal.processor;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.ProgressTimes;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.api.RunOptions;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.batch.BatchRuns;
import io.github.extendclient.testing.internal.file.FileInputs;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Batch;
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

/** Extract, classify or split runs of 2026-02-09. */
public final class ProcessorRunOperations {
  private static final Set<String> FORMS = Set.of("url", "id", "text", "base64");

  /** Split takes no text. */
  private static final Set<String> SPLIT_FORMS = Set.of("url", "id", "base64");

  private static final Pages.Times<ProcessorRun> TIMES =
      new ProgressTimes<>(ProcessorRun::progress);

  private final ProcessorKind kind;
  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns runs;
  private final FileInputs inputs;
  private final ProcessorRunShape shape;

  public ProcessorRunOperations(
      ProcessorKind kind, Environment environment, Processors processors, ProcessorRuns runs) {
    this.kind = kind;
    this.environment = environment;
    this.processors = processors;
    this.runs = runs;
    this.inputs = new FileInputs(environment);
    this.shape = new ProcessorRunShape(environment);
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    String all = "/" + kind.runObject() + "s";
    return List.of(
        new Route(current, "POST", "/" + kind.verb(), this::createAndWait),
        new Route(current, "GET", all, this::list),
        new Route(current, "POST", all, this::create),
        new Route(current, "POST", all + "/batch", this::createBatch),
        new Route(current, "GET", all + "/{id}", this::get),
        new Route(current, "DELETE", all + "/{id}", this::delete),
        new Route(current, "POST", all + "/{id}/cancel", this::cancel));
  }

  private Response createAndWait(Call call) throws IOException {
    ProcessorRun run = start(call, RunStart.SYNCHRONOUS);
    RunShape.requireSuccess(shape.failure(run));
    return Response.json(200, shape.full(run));
  }

  private Response create(Call call) throws IOException {
    return Response.json(200, shape.full(start(call, RunStart.PENDING)));
  }

  private ProcessorRun start(Call call, RunStart begin) throws IOException {
    Fields body = call.jsonBody();
    boolean isPackage = kind == ProcessorKind.EXTRACT && body.has("package");
    if (kind == ProcessorKind.EXTRACT && isPackage == body.has("file")) {
      throw ApiException.invalidRequest(
          isPackage
              ? "The properties \"file\" and \"package\" exclude each other, but both are there."
              : "The property \"file\" (or \"package\") is required, but it is missing.");
    }
    Choice choice = choice(body);
    Object metadata = RunOptions.metadata(body);
    RunOptions.check(body);
    List<StoredFile> files =
        isPackage
            ? inputs.ofPackage(body.requireObject("package"))
            : List.of(file(body.requireObject("file")));
    return runs.start(choice.task(kind, files, isPackage), metadata, RunOrigin.API, begin);
  }

  private Response createBatch(Call call) throws IOException {
    Fields body = call.jsonBody();
    body.requireObject(kind.noun());
    Choice choice = choice(body);
    RunOptions.check(body);
    List<Fields> items = RunOptions.inputs(body);
    List<@Nullable Object> metadata = new ArrayList<>();
    List<StoredFile> files = new ArrayList<>();
    for (Fields input : items) {
      metadata.add(RunOptions.metadata(input));
      files.add(file(input.requireObject("file")));
    }
    String key = environment.newKey();
    String id = "bpr_" + key;
    RunOrigin origin = new RunOrigin("BATCH_PROCESSOR_RUN", id, id);
    List<Progress<?>> lives = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      ProcessorRuns.RunInput task = choice.task(kind, List.of(files.get(i)), false);
      lives.add(runs.start(task, metadata.get(i), origin, RunStart.PENDING).progress());
    }
    Batch batch = new Batch(id, List.copyOf(lives), environment.now());
    Processor processor = choice.processor();
    String resource = processor == null ? null : processor.saved().key();
    return Response.json(
        200, new BatchRuns(environment).add(key, batch, "batch_processor_run", resource));
  }

  /** The configuration and processor that a request names. */
  private record Choice(
      JsonObject config, @Nullable Processor processor, @Nullable Version version) {
    ProcessorRuns.RunInput task(ProcessorKind kind, List<StoredFile> files, boolean isPackage) {
      return new ProcessorRuns.RunInput(kind, files, isPackage, config, processor, version, null);
    }
  }

  private Choice choice(Fields body) {
    String noun = kind.noun();
    if (!body.has(noun)) {
      if (kind != ProcessorKind.EXTRACT && !body.has("config")) {
        throw ApiException.invalidRequest(
            "The property \"" + noun + "\" (or \"config\") is required, but it is missing.");
      }
      return new Choice(
          body.object("config")
              .map(config -> ProcessorConfig.checked(kind, config))
              .orElse(new JsonObject()),
          null,
          null);
    }
    if (body.has("config")) {
      throw ApiException.invalidRequest(
          "The properties \"" + noun + "\" and \"config\" exclude each other, but both are there.");
    }
    Fields reference = body.requireObject(noun);
    Processor processor = processors.require(kind, reference.requireText("id"));
    Version version = Processors.version(processor, reference.text("version").orElse("latest"));
    JsonObject config =
        reference
            .object("overrideConfig")
            .map(changes -> ProcessorConfig.overridden(kind, version.content(), changes))
            .orElse(version.content());
    return new Choice(config, processor, version);
  }

  private StoredFile file(Fields file) {
    return inputs.of(file, kind == ProcessorKind.SPLIT ? SPLIT_FORMS : FORMS);
  }

  private Response list(Call call) {
    call.queryChoice("status", Progress.STATUSES);
    return environment
        .pages()
        .response(
            call,
            environment.store().processorRuns(),
            run -> run.kind() == kind && isWanted(call, run),
            new Pages.Listing<>(null, true, TIMES, shape::summary));
  }

  private boolean isWanted(Call call, ProcessorRun run) {
    Processor processor = run.processor();
    String processorId = processor == null ? null : ProcessorShape.id(processor);
    return call.queryAllows("status", () -> run.progress().status(environment.now()))
        && call.queryAllows(kind.noun() + "Id", processorId)
        && call.queryAllows("batchId", run.origin().batchId())
        && call.queryAllows("source", run.origin().source())
        && call.queryAllows("sourceId", run.origin().sourceId())
        && run.files().stream()
            .anyMatch(file -> call.queryContainedIn("fileNameContains", file.name()));
  }

  private Response get(Call call) {
    return Response.json(200, shape.full(require(call)));
  }

  private Response cancel(Call call) {
    ProcessorRun run = require(call);
    RunOptions.cancel(
        run.progress(), environment.now(), Progress.Phase.PENDING, Progress.Phase.PROCESSING);
    return Response.json(200, shape.full(run));
  }

  private Response delete(Call call) {
    require(call);
    environment.remove(Store::processorRuns, kind.verb() + " run", call.id());
    return Response.json(200, JsonObject.of("id", call.id()));
  }

  private ProcessorRun require(Call call) {
    return environment
        .store()
        .processorRuns()
        .find(call.id())
        .filter(run -> run.kind() == kind && !call.id().startsWith("dpr_"))
        .orElseThrow(() -> ApiException.notFound(kind.verb() + " run", call.id()));
  }
}
