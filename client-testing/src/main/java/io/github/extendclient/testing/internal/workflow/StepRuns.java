package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.ParseRun;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.StepRun;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepFailedException;
import io.github.extendclient.testing.internal.workflow.WorkflowEngine.StepInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record of the steps that one workflow run has done. */
final class StepRuns {
  private final Environment environment;
  private final List<StepRun> done = new ArrayList<>();

  StepRuns(Environment environment) {
    this.environment = environment;
  }

  /** The step runs so far, in order; triggers and collects have none. */
  List<StepRun> all() {
    return List.copyOf(done);
  }

  void add(
      StepInput visit,
      List<StoredFile> files,
      boolean succeeded,
      @Nullable ParseRun parseRun,
      @Nullable ProcessorRun processorRun,
      @Nullable JsonObject details) {
    done.add(
        new StepRun(
            environment.newKey(),
            environment.newKey(),
            visit.name(),
            visit.type(),
            succeeded ? "PROCESSED" : "FAILED",
            files,
            parseRun,
            processorRun,
            details));
  }

  /**
   * Ends the workflow run if the run of a step failed.
   *
   * @throws StepFailedException with the reason
   */
  static void requireSuccess(StepInput visit, RunShape.@Nullable Failure failure) {
    if (failure != null) {
      throw new StepFailedException(
          "The step "
              + visit.name()
              + " failed with "
              + failure.reason()
              + ": "
              + failure.message());
    }
  }
}
