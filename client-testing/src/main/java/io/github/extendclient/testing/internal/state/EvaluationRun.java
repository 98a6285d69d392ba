package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;

/**
 * A processor measured against an evaluation set.
 *
 * @param key the part of its ID that follows {@code evr_} or {@code bpr_}
 * @param runs one for each item, in order
 * @param expected what each run should have made, in the same order
 */
public record EvaluationRun(
    String key,
    Resource set,
    Processor processor,
    Version version,
    List<ProcessorRun> runs,
    List<JsonObject> expected) {}
