package io.github.extendclient.result;

import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.BlockMetadataPage;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunOutput;
import org.jspecify.annotations.Nullable;

/** Returns the output of a run, or throws with the reason why there is none. */
final class Outputs {
  private Outputs() {}

  static ParseRunOutput of(ParseRun run) {
    ParseRunOutput output = run.getOutput();
    if (output != null) {
      return output;
    }
    String start = "The run " + run.getId() + " has no output: ";
    if (run.getOutputUrl() != null) {
      throw new IllegalArgumentException(
          start
              + "it was asked for as a URL. Download it and pass the ParseRunOutput, or retrieve the"
              + " run without responseType.");
    }
    String status = run.getStatus().value();
    String reason =
        run.getFailureReason() == null
            ? ""
            : " for " + run.getFailureReason() + ", " + run.getFailureMessage();
    throw new IllegalArgumentException(
        start
            + "it is "
            + status
            + reason
            + (run.isPending() ? ". Wait until it has ended, as createAndPoll does." : "."));
  }

  static @Nullable Integer page(@Nullable Block block) {
    BlockMetadataPage page = block == null ? null : block.getMetadata().getPage();
    return page == null ? null : (Integer) page.getNumber();
  }
}
