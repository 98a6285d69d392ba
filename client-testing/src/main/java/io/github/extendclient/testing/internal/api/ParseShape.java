package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseOutput;
import io.github.extendclient.testing.internal.state.ParseRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parse runs in the shapes of both versions. */
final class ParseShape {
  private final Environment environment;

  ParseShape(Environment environment) {
    this.environment = environment;
  }

  /** The status; parse runs have none for being cancelled, so such a run has failed. */
  String status(ParseRun run) {
    String status = run.progress().status(environment.now());
    return status.equals("CANCELLED") ? "FAILED" : status;
  }

  RunShape.@Nullable Failure failure(ParseRun run) {
    Instant now = environment.now();
    if (run.progress().status(now).equals("CANCELLED")) {
      return new RunShape.Failure("ABORTED", "The run was cancelled.");
    }
    return RunShape.failure(run.progress(), now, RunShape.Reasons.PARSE);
  }

  JsonObject current(ParseRun run, boolean url) {
    JsonObject output = output(run);
    JsonObject shape = common(run);
    shape.put("output", url ? null : output);
    shape.put(
        "outputUrl",
        url && output != null ? environment.urls().sign(run.id(), "output.json") : null);
    shape.put("config", run.config());
    return shape;
  }

  JsonObject summary(ParseRun run) {
    Instant now = environment.now();
    return common(run)
        .with("createdAt", FileShape.time(run.progress().createdAt()))
        .with("updatedAt", FileShape.time(run.progress().updatedAt(now)));
  }

  /** What events carry. */
  JsonObject event(ParseRun run) {
    JsonObject shape =
        JsonObject.of("object", "parse_run_status")
            .with("id", run.id())
            .with("status", status(run));
    return RunShape.withFailure(shape, failure(run)).with("metadata", run.metadata());
  }

  JsonObject legacyStatus(ParseRun run) {
    return JsonObject.of("object", "parser_run_status")
        .with("id", "parser_run_" + run.key())
        .with("status", "PROCESSING");
  }

  JsonObject legacy(ParseRun run) {
    Instant now = environment.now();
    JsonObject shape =
        JsonObject.of("object", "parser_run")
            .with("id", "parser_run_" + run.key())
            .with("fileId", run.file().id())
            .with("chunks", List.of())
            .with("status", status(run))
            .with("metrics", metrics(run))
            .with("config", run.config())
            .with("usage", JsonObject.of("credits", 0L));
    Document document = run.progress().result(now);
    if (document != null) {
      ParseOutput output = new ParseOutput(document, ParseRuns.options(run.config()), true);
      shape.put("chunks", output.chunks());
      output.ocr().ifPresent(ocr -> shape.put("ocr", ocr));
    }
    RunShape.Failure failure = failure(run);
    if (failure != null) {
      shape.put("failureReason", failure.reason());
    }
    return shape;
  }

  /** The output of a run that has one. */
  @Nullable JsonObject output(ParseRun run) {
    Document document = run.progress().result(environment.now());
    if (document == null) {
      return null;
    }
    ParseOutput output = new ParseOutput(document, ParseRuns.options(run.config()), false);
    JsonObject shape = JsonObject.of("chunks", output.chunks());
    output.ocr().ifPresent(ocr -> shape.put("ocr", ocr));
    return shape;
  }

  private JsonObject common(ParseRun run) {
    boolean succeeded = status(run).equals("PROCESSED");
    JsonObject shape =
        JsonObject.of("object", "parse_run")
            .with("id", run.id())
            .with("batchId", run.origin().batchId())
            .with("file", FileShape.summary(run.file()))
            .with("status", status(run));
    return RunShape.withFailure(shape, failure(run))
        .with("metadata", run.metadata())
        .with("metrics", succeeded ? metrics(run) : null)
        .with("usage", RunShape.usage(succeeded));
  }

  private JsonObject metrics(ParseRun run) {
    Document document = run.progress().result(environment.now());
    long pages =
        document == null
            ? 0
            : new ParseOutput(document, ParseRuns.options(run.config()), false).pageCount();
    return JsonObject.of("processingTimeMs", run.progress().processingMillis())
        .with("pageCount", pages);
  }
}
