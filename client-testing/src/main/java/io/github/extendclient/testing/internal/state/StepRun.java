package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one step of a workflow for its files.
 *
 * @param key the part of its ID that follows {@code workflow_step_run_}
 * @param type of the step, such as {@code EXTRACT}
 * @param parseRun of a parse step, else {@code null}
 * @param processorRun of a step that runs a processor or merges such runs, else {@code null}
 * @param details what its result has besides a run, {@code null} if nothing
 */
public record StepRun(
    String key,
    String stepKey,
    String name,
    String type,
    String status,
    List<StoredFile> files,
    @Nullable ParseRun parseRun,
    @Nullable ProcessorRun processorRun,
    @Nullable JsonObject details) {}
