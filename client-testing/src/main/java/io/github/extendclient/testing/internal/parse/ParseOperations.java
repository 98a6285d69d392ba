package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.LegacyResponse;
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
import io.github.extendclient.testing.internal.state.ParseRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parse runs: {@code /parse_runs} in 2026-02-09, {@code /parser_runs} in 2025-04-21. */
public final class ParseOperations {
  private static final Set<String> FORMS = Set.of("url", "id", "base64");
  private static final Set<String> BATCH_FORMS = Set.of("url", "id", "text", "base64");
  private static final List<String> LEGACY_FORMS = List.of("fileUrl", "fileId");

  private static final Pages.Times<ParseRun> TIMES = new ProgressTimes<>(ParseRun::progress);

  private final Environment environment;
  private final FileInputs inputs;
  private final ParseRuns runs;
  private final ParseShape shape;

  public ParseOperations(Environment environment, ParseRuns runs) {
    this.environment = environment;
    this.inputs = new FileInputs(environment);
    this.runs = runs;
    this.shape = new ParseShape(environment);
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    ApiVersion legacy = ApiVersion.V2025_04_21;
    return List.of(
        new Route(current, "POST", "/parse", this::parse),
        new Route(current, "GET", "/parse_runs", this::list),
        new Route(current, "POST", "/parse_runs", this::create),
        new Route(current, "POST", "/parse_runs/batch", this::createBatch),
        new Route(current, "GET", "/parse_runs/{id}", this::get),
        new Route(current, "DELETE", "/parse_runs/{id}", this::delete),
        new Route(current, "POST", "/parse_runs/{id}/cancel", this::cancel),
        new Route(legacy, "POST", "/parse", this::parse),
        new Route(legacy, "POST", "/parse/async", this::create),
        new Route(legacy, "GET", "/parser_runs/{id}", this::get),
        new Route(legacy, "DELETE", "/parser_runs/{id}", this::delete));
  }

  private Response parse(Call call) throws IOException {
    boolean url = asUrl(call);
    ParseRun run = start(call, RunStart.SYNCHRONOUS);
    RunShape.requireSuccess(shape.failure(run));
    return Response.json(
        200, call.version().isLegacy() ? shape.legacy(run, url) : shape.current(run, url));
  }

  private Response create(Call call) throws IOException {
    ParseRun run = start(call, RunStart.PROCESSING);
    return Response.json(
        200, call.version().isLegacy() ? shape.legacyStatus(run) : shape.current(run, false));
  }

  private ParseRun start(Call call, RunStart begin) throws IOException {
    Fields body = call.jsonBody();
    Fields file = body.requireObject("file");
    JsonObject config = ParseRuns.config(call.version().isLegacy() ? body.withoutNulls() : body);
    Object metadata = RunOptions.metadata(body);
    RunOptions.check(body);
    StoredFile input =
        call.version().isLegacy() ? inputs.ofLegacy(file, LEGACY_FORMS) : inputs.of(file, FORMS);
    return runs.start(input, config, metadata, RunOrigin.API, begin);
  }

  private Response createBatch(Call call) throws IOException {
    Fields body = call.jsonBody();
    JsonObject config = ParseRuns.config(body);
    RunOptions.check(body);
    List<StoredFile> files = new ArrayList<>();
    List<Object> metadata = new ArrayList<>();
    for (Fields input : RunOptions.inputs(body)) {
      Object given = RunOptions.metadata(input);
      metadata.add(given == null ? new JsonObject() : given);
      files.add(inputs.of(input.requireObject("file"), BATCH_FORMS));
    }
    String key = environment.newKey();
    RunOrigin origin = new RunOrigin("BATCH_PARSER_RUN", "bpar_" + key, "bpar_" + key);
    List<Progress<?>> lives = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      lives.add(
          runs.start(files.get(i), config, metadata.get(i), origin, RunStart.PENDING).progress());
    }
    Batch batch = new Batch("bpar_" + key, List.copyOf(lives), environment.now());
    return Response.json(200, new BatchRuns(environment).add(key, batch, "batch_parse_run", null));
  }

  private Response list(Call call) {
    call.queryChoice("status", Progress.STATUSES);
    return environment
        .pages()
        .response(
            call,
            environment.store().parseRuns(),
            run ->
                call.queryAllows("status", () -> shape.status(run))
                    && call.queryAllows("batchId", run.origin().batchId())
                    && (call.query().containsKey("batchId") // the API ignores source then
                        || call.queryAllows("source", run.origin().source()))
                    && call.queryAllows("sourceId", run.origin().sourceId())
                    && call.queryContainedIn("fileNameContains", run.file().name()),
            new Pages.Listing<>(null, false, TIMES, shape::summary));
  }

  private Response get(Call call) {
    ParseRun run = environment.require(Store::parseRuns, noun(call), call.id());
    boolean url = asUrl(call);
    if (!call.version().isLegacy()) {
      return Response.json(200, shape.current(run, url));
    }
    boolean ended = run.progress().phase(environment.now()) == Progress.Phase.ENDED;
    return LegacyResponse.of("parserRun", ended ? shape.legacy(run, url) : shape.legacyStatus(run));
  }

  private Response cancel(Call call) {
    ParseRun run = environment.require(Store::parseRuns, noun(call), call.id());
    RunOptions.cancel(
        run.progress(), environment.now(), Progress.Phase.PENDING, Progress.Phase.PROCESSING);
    return Response.json(200, shape.current(run, false));
  }

  private Response delete(Call call) {
    environment.remove(Store::parseRuns, noun(call), call.id());
    return call.version().isLegacy()
        ? LegacyResponse.deleted("parser run", "parserRunId", call.id())
        : Response.json(200, JsonObject.of("id", call.id()));
  }

  private static boolean asUrl(Call call) {
    return call.queryChoice("responseType", Set.of("json", "url"))
        .filter("url"::equals)
        .isPresent();
  }

  private static String noun(Call call) {
    return call.version().isLegacy() ? "parser run" : "parse run";
  }
}
