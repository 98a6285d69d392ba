package io.github.extendclient.examples.flink;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.runtime.RateLimitCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/**
 * Parses documents by asynchronous I/O. Flink stores the documents under way in its checkpoints,
 * and passes them to this function again after a failure. {@link ParseOnce} then finds the runs
 * that were created before.
 *
 * <p>Each subtask has its own client, with its share of the rate limits of the job.
 */
final class ParseDocuments extends RichAsyncFunction<String, Parsed>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;

  private final ClientFactory clients;
  private final String batch;
  private final double requestsPerSecond;
  private final Duration gracePeriod;
  private transient boolean isRestored;
  private transient @Nullable ExtendClient extend;
  private transient @Nullable ParseOnce step;

  /**
   * Creates the function.
   *
   * @param batch a name, the same for all attempts; another one parses the documents again
   * @param requestsPerSecond the rate limit of each category, for all subtasks together
   * @param gracePeriod how long a run may take to appear in the list of runs
   */
  ParseDocuments(
      ClientFactory clients, String batch, double requestsPerSecond, Duration gracePeriod) {
    this.clients = clients;
    this.batch = batch;
    this.requestsPerSecond = requestsPerSecond;
    this.gracePeriod = gracePeriod;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    isRestored = context.isRestored();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // The documents under way are in the state of the operator.
  }

  @Override
  public void open(OpenContext context) {
    var task = getRuntimeContext().getTaskInfo();
    double share = requestsPerSecond / task.getNumberOfParallelSubtasks();
    ExtendClientBuilder builder = clients.builder();
    for (RateLimitCategory category : RateLimitCategory.values()) {
      builder.rateLimit(category, share);
    }
    ExtendClient client = builder.build();
    extend = client;
    // An attempt before the first checkpoint has no state, but is counted.
    step =
        isRestored || task.getAttemptNumber() > 0
            ? ParseOnce.repeated(client, batch, gracePeriod)
            : ParseOnce.first(client, batch, gracePeriod);
  }

  @Override
  public void asyncInvoke(String document, ResultFuture<Parsed> result) throws Exception {
    if (step == null) {
      throw new IllegalStateException("Not open.");
    }
    step.parse(document, Files.readAllBytes(Path.of(document)))
        .whenComplete(
            (run, failure) -> {
              if (failure == null) {
                result.complete(List.of(new Parsed(document, run)));
              } else {
                result.completeExceptionally(failure);
              }
            });
  }

  @Override
  public void close() {
    if (extend != null) {
      extend.close();
    }
  }
}
