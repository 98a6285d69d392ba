package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.document.UnreadableDocumentException;
import io.github.extendclient.testing.internal.http.Reply;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseOptions;
import io.github.extendclient.testing.internal.parse.ParseOutput;
import io.github.extendclient.testing.internal.state.ParseRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.RunTimes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parse runs: {@code /parse_runs} in 2026-02-09, {@code /parser_runs} in 2025-04-21. */
final class ParseOperations {
  private final Environment environment;
  private final FileInputs inputs;

  ParseOperations(Environment environment) {
    this.environment = environment;
    this.inputs = new FileInputs(environment);
  }

  List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    ApiVersion legacy = ApiVersion.V2025_04_21;
    return List.of(
        new Route(current, "POST", "/parse_runs", this::create),
        new Route(current, "GET", "/parse_runs/{id}", this::get),
        new Route(current, "DELETE", "/parse_runs/{id}", this::delete),
        new Route(legacy, "POST", "/parse/async", this::create),
        new Route(legacy, "GET", "/parser_runs/{id}", this::get),
        new Route(legacy, "DELETE", "/parser_runs/{id}", this::delete));
  }

  /** The output of a run that has one, for its URL; {@code null} for any other ID. */
  @Nullable JsonObject output(String id) {
    return environment
        .store()
        .parseRuns()
        .find(id)
        .map(run -> output(run, environment.now()))
        .orElse(null);
  }

  private Reply create(Call call) throws IOException {
    Fields body = call.jsonBody();
    boolean legacy = call.version().isLegacy();
    Fields file = body.requireObject("file");
    JsonObject config =
        ParseOptions.withDefaults(
            body.object("config").map(Fields::toMap).orElse(new JsonObject()));
    ParseOptions options = options(config);
    Object metadata = RunOptions.metadata(body);
    RunOptions.check(body);
    FileInputs.Input input = legacy ? inputs.ofLegacy(file) : inputs.of(file, false);
    Progress<Document> progress =
        new Progress<>(
            environment.now(),
            // Only runs of a batch are PENDING: a single one is at work at once.
            new RunTimes(Duration.ZERO, environment.times().total()),
            () -> {
              options.check();
              return input.reading().run();
            });
    ParseRun run =
        new ParseRun(environment.store().ids().next(), input.file(), config, metadata, progress);
    environment.store().parseRuns().put(run.key(), run);
    return Reply.json(200, legacy ? legacyStatus(run) : shape(run, false));
  }

  private Reply get(Call call) {
    ParseRun run =
        environment.store().parseRuns().find(call.id()).orElseThrow(() -> notFound(call));
    boolean url =
        call.queryChoice("responseType", Set.of("json", "url")).filter("url"::equals).isPresent();
    if (!call.version().isLegacy()) {
      return Reply.json(200, shape(run, url));
    }
    if (url) {
      throw Refusal.invalidRequest(
          "The embedded server has no responseType=url in 2025-04-21: use json.");
    }
    boolean ended = run.progress().phase(environment.now()) == Progress.Phase.ENDED;
    return Reply.json(
        200,
        JsonObject.of("success", true)
            .with("parserRun", ended ? legacyShape(run) : legacyStatus(run)));
  }

  private Reply delete(Call call) {
    environment.store().parseRuns().remove(call.id()).orElseThrow(() -> notFound(call));
    if (!call.version().isLegacy()) {
      return Reply.json(200, JsonObject.of("id", call.id()));
    }
    return Reply.json(
        200,
        JsonObject.of("success", true)
            .with("parserRunId", call.id())
            .with("message", "The parser run is deleted."));
  }

  private static Refusal notFound(Call call) {
    String kind = call.version().isLegacy() ? "parser run" : "parse run";
    return Refusal.notFound("There is no " + kind + " with the ID " + call.id() + ".");
  }

  private JsonObject shape(ParseRun run, boolean url) {
    Instant now = environment.now();
    UnreadableDocumentException failure = run.progress().failure(now);
    JsonObject output = output(run, now);
    String id = "pr_" + run.key();
    String outputUrl = url && output != null ? environment.urls().sign(id, "output.json") : null;
    return JsonObject.of("object", "parse_run")
        .with("id", id)
        .with("batchId", null)
        .with("file", FileShape.summary(run.file()))
        .with("status", run.progress().status(now))
        .with("failureReason", failure == null ? null : failure.reason().name())
        .with("failureMessage", failure == null ? null : failure.getMessage())
        .with("metadata", run.metadata())
        .with("output", url ? null : output)
        .with("outputUrl", outputUrl)
        .with("metrics", output == null ? null : metrics(run, now))
        .with("config", run.config())
        .with("usage", output == null ? null : JsonObject.of("credits", 0L));
  }

  private static JsonObject legacyStatus(ParseRun run) {
    return JsonObject.of("object", "parser_run_status")
        .with("id", "parser_run_" + run.key())
        .with("status", "PROCESSING");
  }

  private JsonObject legacyShape(ParseRun run) {
    Instant now = environment.now();
    JsonObject shape =
        JsonObject.of("object", "parser_run")
            .with("id", "parser_run_" + run.key())
            .with("fileId", run.file().id())
            .with("chunks", List.of())
            .with("status", run.progress().status(now))
            .with("metrics", metrics(run, now))
            .with("config", run.config())
            .with("usage", JsonObject.of("credits", 0L));
    Document document = run.progress().result(now);
    if (document != null) {
      ParseOutput output = new ParseOutput(document, options(run.config()), true);
      shape.put("chunks", output.chunks());
      output.ocr().ifPresent(ocr -> shape.put("ocr", ocr));
    }
    UnreadableDocumentException failure = run.progress().failure(now);
    if (failure != null) {
      shape.put("failureReason", failure.reason().name());
    }
    return shape;
  }

  private static @Nullable JsonObject output(ParseRun run, Instant now) {
    Document document = run.progress().result(now);
    if (document == null) {
      return null;
    }
    ParseOutput output = new ParseOutput(document, options(run.config()), false);
    JsonObject shape = JsonObject.of("chunks", output.chunks());
    output.ocr().ifPresent(ocr -> shape.put("ocr", ocr));
    return shape;
  }

  private static JsonObject metrics(ParseRun run, Instant now) {
    Document document = run.progress().result(now);
    long pages =
        document == null ? 0 : new ParseOutput(document, options(run.config()), false).pageCount();
    return JsonObject.of("processingTimeMs", run.progress().processingMillis())
        .with("pageCount", pages);
  }

  private static ParseOptions options(JsonObject config) {
    return ParseOptions.of(Fields.ofBody(JsonObject.of("config", config)).requireObject("config"));
  }
}
