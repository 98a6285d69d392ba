package io.github.extendclient.testing.internal.evaluation;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.LegacyResponse;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.engine.EvaluationMetrics;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.processor.ProcessorRuns;
import io.github.extendclient.testing.internal.processor.ProcessorShape;
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.Batch;
import io.github.extendclient.testing.internal.state.EvaluationRun;
import io.github.extendclient.testing.internal.state.Output;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.Resource;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Table;
import io.github.extendclient.testing.internal.state.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Evaluation set runs, and their view as batch processor runs in 2025-04-21. */
public final class EvaluationRunOperations {
  private final Environment environment;
  private final Processors processors;
  private final ProcessorRuns runs;
  private final ProcessorShape shape = new ProcessorShape();

  public EvaluationRunOperations(
      Environment environment, Processors processors, ProcessorRuns runs) {
    this.environment = environment;
    this.processors = processors;
    this.runs = runs;
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    return List.of(
        new Route(current, "POST", "/evaluation_set_runs", this::create),
        new Route(current, "GET", "/evaluation_set_runs/{id}", this::get),
        new Route(current, "GET", "/batch_processor_runs/{id}", this::getLegacy),
        new Route(ApiVersion.V2025_04_21, "GET", "/batch_processor_runs/{id}", this::getLegacy));
  }

  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    Resource set =
        EvaluationOperations.requireSet(environment, body.requireText(EvaluationOperations.SET));
    Processor own = EvaluationOperations.processor(processors, set);
    Processor processor = own;
    String wanted = Version.DRAFT;
    if (body.has("entity")) {
      Fields entity = body.requireObject("entity");
      processor = processors.require(own.kind(), entity.requireText("id"));
      wanted = entity.text("version").orElse(Version.DRAFT);
    }
    Version version = Processors.version(processor, wanted);
    List<Resource> items = items(set, body);
    String key = environment.newKey();
    RunOrigin origin = new RunOrigin("BATCH_PROCESSOR_RUN", "bpr_" + key, null);
    List<ProcessorRun> started = new ArrayList<>();
    List<JsonObject> expected = new ArrayList<>();
    for (Resource item : items) {
      List<StoredFile> files = EvaluationOperations.files(environment, item);
      if (!files.isEmpty()) {
        started.add(
            runs.start(
                new ProcessorRuns.RunInput(
                    processor.kind(),
                    files,
                    files.size() > 1,
                    version.content(),
                    processor,
                    version,
                    null),
                null,
                origin,
                RunStart.PENDING));
        expected.add((JsonObject) item.data().get(EvaluationOperations.EXPECTED));
      }
    }
    if (started.isEmpty()) {
      throw ApiException.invalidRequest(
          "The evaluation set ev_" + set.key() + " has no items to run over.");
    }
    EvaluationRun run =
        new EvaluationRun(
            key, set, processor, version, List.copyOf(started), List.copyOf(expected));
    environment.store().evaluationRuns().put(key, run);
    return Response.json(200, shape(run));
  }

  private List<Resource> items(Resource set, Fields body) {
    String setId = "ev_" + set.key();
    List<Resource> all =
        environment.store().evaluationItems().rows().stream()
            .map(Table.Row::value)
            .filter(item -> item.text(EvaluationOperations.SET).equals(setId))
            .toList();
    if (!body.has("evaluationSetItemIds")) {
      return all;
    }
    List<Resource> chosen = new ArrayList<>();
    for (String id : body.texts("evaluationSetItemIds")) {
      chosen.add(
          all.stream()
              .filter(item -> ("evi_" + item.key()).equals(id))
              .findFirst()
              .orElseThrow(() -> ApiException.notFound("evaluation set item", id)));
    }
    return chosen;
  }

  private Response get(Call call) {
    return Response.json(200, shape(require(call, "evaluation set run")));
  }

  private Response getLegacy(Call call) {
    EvaluationRun run = require(call, "batch processor run");
    return LegacyResponse.of("batchProcessorRun", legacy(run, call.version()));
  }

  /** Finds a run by the ID of either of its views; both paths accept both. */
  private EvaluationRun require(Call call, String kind) {
    return environment.require(Store::evaluationRuns, kind, call.id());
  }

  private JsonObject shape(EvaluationRun run) {
    return JsonObject.of("object", "evaluation_set_run")
        .with("id", "evr_" + run.key())
        .with("evaluationSetId", "ev_" + run.set().key())
        .with("entity", shape.summary(run.processor()))
        .with("entityVersion", shape.versionSummary(run.processor(), run.version()))
        .with("metrics", metrics(run))
        .with("status", status(run))
        .with("options", new JsonObject())
        .with("createdAt", FileShape.time(createdAt(run)))
        .with("updatedAt", FileShape.time(updatedAt(run)));
  }

  private JsonObject legacy(EvaluationRun run, ApiVersion api) {
    String status = status(run);
    return JsonObject.of("object", "batch_processor_run")
        .with("id", "bpr_" + run.key())
        .with("processorId", ProcessorShape.id(run.processor(), api))
        .with("processorVersionId", ProcessorShape.id(run.processor(), run.version(), api))
        .with("processorName", run.processor().saved().name())
        .with(
            "metrics",
            JsonObject.of("numFiles", (long) run.runs().size()).with("numPages", pages(run)))
        .with("status", status.equals("CANCELLED") ? "FAILED" : status)
        .with("source", "EVAL_SET")
        .with("sourceId", "ev_" + run.set().key())
        .with("runCount", (long) run.runs().size())
        .with("options", new JsonObject())
        .with("createdAt", FileShape.time(createdAt(run)))
        .with("updatedAt", FileShape.time(updatedAt(run)));
  }

  private JsonObject metrics(EvaluationRun run) {
    Instant now = environment.now();
    List<EvaluationMetrics.Comparison> pairs = new ArrayList<>();
    for (int i = 0; i < run.runs().size(); i++) {
      Output output = run.runs().get(i).progress().result(now);
      if (output != null) {
        pairs.add(new EvaluationMetrics.Comparison(run.expected().get(i), output.value()));
      }
    }
    JsonObject metrics =
        JsonObject.of("type", run.processor().kind().legacyType())
            .with("numFilesTotal", (long) run.runs().size())
            .with("numFilesProcessed", (long) pairs.size())
            .with("numFiles", (long) run.runs().size())
            .with("numPages", pages(run));
    if (!pairs.isEmpty()) {
      metrics.putAll(EvaluationMetrics.of(run.processor().kind(), pairs));
    }
    return metrics;
  }

  private long pages(EvaluationRun run) {
    long pages = 0;
    for (ProcessorRun one : run.runs()) {
      Output output = one.progress().result(environment.now());
      pages += output == null ? 0 : output.pageCount();
    }
    return pages;
  }

  private String status(EvaluationRun run) {
    List<Progress<?>> lives = new ArrayList<>();
    run.runs().forEach(one -> lives.add(one.progress()));
    return new Batch("bpr_" + run.key(), lives, createdAt(run)).status(environment.now());
  }

  private static Instant createdAt(EvaluationRun run) {
    return run.runs().get(0).progress().createdAt();
  }

  private Instant updatedAt(EvaluationRun run) {
    return run.runs().stream()
        .map(one -> one.progress().updatedAt(environment.now()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
