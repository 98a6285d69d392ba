package io.github.extendclient.testing.internal.batch;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Batch;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batches of parse, extract, classify and split runs. */
public final class BatchRuns {
  private final Environment environment;

  public BatchRuns(Environment environment) {
    this.environment = environment;
  }

  public List<Route> routes() {
    return List.of(new Route(ApiVersion.V2026_02_09, "GET", "/batch_runs/{id}", this::get));
  }

  /**
   * Adds a batch and returns its shape.
   *
   * @param event the beginning of its events, such as {@code batch_parse_run}
   * @param resourceKey of its processor, {@code null} if it has none
   */
  public JsonObject add(String key, Batch batch, String event, @Nullable String resourceKey) {
    environment.store().batches().put(key, batch);
    Instant end =
        batch.runs().stream()
            .map(Progress::endsAt)
            .max(Comparator.naturalOrder())
            .orElseGet(environment::now);
    environment.events().atEnd(end, () -> emitEnd(batch, event, resourceKey));
    return shape(batch);
  }

  private void emitEnd(Batch batch, String event, @Nullable String resourceKey) {
    boolean failed = batch.status(environment.now()).equals("FAILED");
    environment
        .events()
        .emit(event + (failed ? ".failed" : ".processed"), resourceKey, version -> shape(batch));
  }

  private Response get(Call call) {
    Batch batch = environment.require(Store::batches, "batch run", call.id());
    return Response.json(200, shape(batch));
  }

  private JsonObject shape(Batch batch) {
    return JsonObject.of("object", "batch_run")
        .with("id", batch.id())
        .with("status", batch.status(environment.now()))
        .with("runCount", (long) batch.runs().size())
        .with("createdAt", FileShape.time(batch.createdAt()));
  }
}
