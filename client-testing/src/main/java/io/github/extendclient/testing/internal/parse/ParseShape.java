package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.ParseRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parse runs in the shapes of both versions. */
public final class ParseShape {
  /** Separates the ID of a run and the number of a chunk in signed URLs. */
  private static final String CHUNK = ".chunk-";

  private final Environment environment;

  public ParseShape(Environment environment) {
    this.environment = environment;
  }

  public String status(ParseRun run) {
    return run.progress().status(environment.now());
  }

  /** The status in 2025-04-21, where a cancelled run is a failed run. */
  private String legacyStatusOf(ParseRun run) {
    return status(run).equals("CANCELLED") ? "FAILED" : status(run);
  }

  public RunShape.@Nullable Failure failure(ParseRun run) {
    Instant now = environment.now();
    if (run.progress().status(now).equals("CANCELLED")) {
      return new RunShape.Failure("ABORTED", "The run was cancelled.");
    }
    return RunShape.failure(run.progress(), now, RunShape.Reasons.PARSE);
  }

  public JsonObject current(ParseRun run, boolean url) {
    JsonObject output = output(run);
    JsonObject shape = common(run);
    shape.put("output", url ? null : output);
    shape.put(
        "outputUrl",
        url && output != null ? environment.urls().sign(run.id(), "output.json") : null);
    shape.put("config", run.config());
    return shape;
  }

  public JsonObject summary(ParseRun run) {
    Instant now = environment.now();
    return common(run)
        .with("createdAt", FileShape.time(run.progress().createdAt()))
        .with("updatedAt", FileShape.time(run.progress().updatedAt(now)));
  }

  /** The payload of events. */
  public JsonObject event(ParseRun run) {
    JsonObject shape =
        JsonObject.of("object", "parse_run_status")
            .with("id", run.id())
            .with("status", status(run));
    return RunShape.withFailure(shape, failure(run)).with("metadata", run.metadata());
  }

  /** The payload of events of 2025-04-21. */
  public JsonObject legacyEvent(ParseRun run) {
    RunShape.Failure failure = failure(run);
    return RunShape.withoutNulls(
        JsonObject.of("object", "parser_run_status")
            .with("id", "parser_run_" + run.key())
            .with("status", legacyStatusOf(run))
            .with("failureReason", failure == null ? null : failure.reason()));
  }

  public JsonObject legacyStatus(ParseRun run) {
    return JsonObject.of("object", "parser_run_status")
        .with("id", "parser_run_" + run.key())
        .with("status", "PROCESSING");
  }

  public JsonObject legacy(ParseRun run) {
    return legacy(run, false);
  }

  /**
   * A run in the shape of 2025-04-21.
   *
   * @param urls true to have the content of each chunk behind a URL
   */
  public JsonObject legacy(ParseRun run, boolean urls) {
    Instant now = environment.now();
    JsonObject shape =
        JsonObject.of("object", "parser_run")
            .with("id", "parser_run_" + run.key())
            .with("fileId", run.file().id())
            .with("chunks", List.of())
            .with("status", legacyStatusOf(run))
            .with("metrics", metrics(run))
            .with("config", run.config())
            .with("usage", environment.usage(true));
    Document document = run.progress().result(now);
    if (document != null) {
      ParseOutput output = new ParseOutput(document, ParseRuns.options(run.config()), true);
      List<JsonObject> chunks = output.chunks();
      shape.put("chunks", urls ? withUrls(run, chunks) : chunks);
      output.ocr().ifPresent(ocr -> shape.put("ocr", ocr));
    }
    RunShape.Failure failure = failure(run);
    if (failure != null) {
      shape.put("failureReason", failure.reason());
    }
    return shape;
  }

  /**
   * The property for the URL of a chunk. The API's pages do not name it, so it is called as in
   * files.
   */
  private List<JsonObject> withUrls(ParseRun run, List<JsonObject> chunks) {
    List<JsonObject> shown = new ArrayList<>();
    for (JsonObject chunk : chunks) {
      JsonObject one = new JsonObject();
      one.putAll(chunk);
      String id = run.id() + CHUNK + shown.size();
      shown.add(
          one.with("content", "")
              .with("blocks", List.of())
              .with("presignedUrl", environment.urls().sign(id, "chunk.json")));
    }
    return shown;
  }

  /** The content at the URL of a chunk; empty if the ID is not that of a chunk. */
  public Optional<JsonObject> chunk(String id) {
    int at = id.indexOf(CHUNK);
    if (at < 0) {
      return Optional.empty();
    }
    return environment
        .store()
        .parseRuns()
        .find(id.substring(0, at))
        .flatMap(
            run ->
                Optional.ofNullable(run.progress().result(environment.now()))
                    .map(
                        document ->
                            new ParseOutput(document, ParseRuns.options(run.config()), true)))
        .map(output -> output.chunks().get(Integer.parseInt(id.substring(at + CHUNK.length()))));
  }

  /** The output of a run that has one. */
  public @Nullable JsonObject output(ParseRun run) {
    Document document = run.progress().result(environment.now());
    if (document == null) {
      return null;
    }
    ParseOutput output = new ParseOutput(document, ParseRuns.options(run.config()), false);
    JsonObject shape = JsonObject.of("chunks", output.chunks());
    output.ocr().ifPresent(ocr -> shape.put("ocr", ocr));
    output.metadata().ifPresent(metadata -> shape.put("metadata", metadata));
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
        .with("usage", environment.usage(succeeded));
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
