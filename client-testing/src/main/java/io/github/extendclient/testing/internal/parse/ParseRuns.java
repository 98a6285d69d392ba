package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.document.Document;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.ParseRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.StoredFile;
import org.jspecify.annotations.Nullable;

/** Starts parse runs, for requests, batches and workflows. */
public final class ParseRuns {
  private final Environment environment;
  private final ParseShape shape;

  public ParseRuns(Environment environment) {
    this.environment = environment;
    this.shape = new ParseShape(environment);
  }

  /** The configuration of a request, checked, with the defaults filled in. */
  public static JsonObject config(Fields body) {
    JsonObject config =
        ParseOptions.withDefaults(
            body.object("config").map(Fields::toMap).orElse(new JsonObject()));
    options(config);
    return config;
  }

  public static ParseOptions options(JsonObject config) {
    return ParseOptions.of(Fields.ofBody(JsonObject.of("config", config)).requireObject("config"));
  }

  public ParseRun start(
      StoredFile file,
      JsonObject config,
      @Nullable Object metadata,
      RunOrigin origin,
      RunStart begin) {
    ParseOptions options = options(config);
    Progress<Document> progress =
        new Progress<>(
            environment.now(),
            begin.times(environment.times()),
            () -> {
              options.check();
              return environment.documents().within(file::read);
            });
    ParseRun run = new ParseRun(environment.newKey(), file, config, metadata, origin, progress);
    environment.store().parseRuns().put(run.key(), run);
    environment.events().atEnd(progress.endsAt(), () -> emitEnd(run));
    return run;
  }

  private void emitEnd(ParseRun run) {
    String status = shape.status(run);
    environment
        .events()
        .emit(
            status.equals("PROCESSED") ? "parse_run.processed" : "parse_run.failed",
            null,
            version -> version.isLegacy() ? shape.legacyEvent(run) : shape.event(run));
  }
}
