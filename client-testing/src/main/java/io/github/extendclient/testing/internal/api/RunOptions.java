package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the properties that all requests for runs have in common. */
public final class RunOptions {
  /** From the page on runs: 10 KB. */
  private static final long MAX_METADATA_BYTES = 10_240;

  /** From the page on batch processing. */
  private static final int MAX_BATCH = 1000;

  private static final String USAGE_TAGS = "extend:usage_tags";

  private RunOptions() {}

  /** The metadata of a run, {@code null} if there is none. */
  public static @Nullable Object metadata(Fields body) {
    JsonObject metadata = body.object("metadata").map(Fields::toMap).orElse(null);
    if (metadata == null) {
      return null;
    }
    long size = Json.write(metadata).size();
    if (size > MAX_METADATA_BYTES) {
      throw ApiException.invalidRequest(
          "The property \"metadata\" must have at most "
              + MAX_METADATA_BYTES
              + " bytes, but it has "
              + size
              + ".");
    }
    if (metadata.containsKey(USAGE_TAGS) && !areTags(metadata.get(USAGE_TAGS))) {
      throw ApiException.invalidRequest(
          "The property \"metadata."
              + USAGE_TAGS
              + "\" must be an array of strings of letters, digits, \"-\" and \"_\".");
    }
    return metadata;
  }

  /** Checks properties that have no effect in this server. */
  public static void check(Fields body) {
    body.integer("priority", 1, 100);
    body.object("dataRetention")
        .ifPresent(retention -> retention.choice("mode", Set.of("workspace_default", "zero")));
  }

  /** The inputs of a batch. */
  public static List<Fields> inputs(Fields body) {
    body.require("inputs");
    List<Fields> inputs = body.objects("inputs");
    if (inputs.isEmpty() || inputs.size() > MAX_BATCH) {
      throw ApiException.invalidRequest(
          "The property \"inputs\" must have 1 to "
              + MAX_BATCH
              + " items, but it has "
              + inputs.size()
              + ".");
    }
    return inputs;
  }

  /** Cancels a run that is in one of {@code phases}, and refuses to cancel any other. */
  public static void cancel(Progress<?> progress, Instant now, Progress.Phase... phases) {
    String status = progress.status(now);
    if (!progress.cancel(now, Set.of(phases))) {
      String allowed =
          Arrays.stream(phases).map(Progress.Phase::name).collect(Collectors.joining(" or "));
      throw ApiException.invalidRequest(
          "Only a run that is " + allowed + " can be cancelled, but this one is " + status + ".");
    }
  }

  private static boolean areTags(@Nullable Object tags) {
    return tags instanceof List<?> list
        && list.stream().allMatch(tag -> tag instanceof String text && text.matches("[\\w-]+"));
  }
}
