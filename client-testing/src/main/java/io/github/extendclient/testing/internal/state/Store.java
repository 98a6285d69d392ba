package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.nio.file.Path;

/**
 * The state of the server, which both API versions share.
 *
 * @param ids makes the keys of new resources
 * @param contents the bytes of files
 * @param files by {@code file_}
 * @param parseRuns by {@code pr_} (2026-02-09) and {@code parser_run_} (2025-04-21)
 * @param processors by the prefix of their kind (2026-02-09) and {@code dp_} (2025-04-21)
 * @param processorRuns by the prefix of their kind (2026-02-09) and {@code dpr_} (2025-04-21)
 * @param editRuns by {@code edr_} (2026-02-09) and {@code edit_run_} (2025-04-21)
 * @param batches by {@code bpar_} (parse runs) and {@code bpr_} (all others)
 * @param evaluationRuns by {@code evr_} (2026-02-09) and {@code bpr_} (as batch processor run)
 * @param payloads of webhook events that are delivered by URL, by {@code event_}
 */
public record Store(
    Ids ids,
    ContentStore contents,
    Table<StoredFile> files,
    Table<ParseRun> parseRuns,
    Table<Processor> processors,
    Table<ProcessorRun> processorRuns,
    Table<EditRun> editRuns,
    Table<FormDetectionRun> formDetectionRuns,
    Table<Resource> editTemplates,
    Table<Batch> batches,
    Table<Versioned> workflows,
    Table<WorkflowRun> workflowRuns,
    Table<Resource> evaluationSets,
    Table<Resource> evaluationItems,
    Table<EvaluationRun> evaluationRuns,
    Table<Resource> webhookEndpoints,
    Table<Resource> webhookSubscriptions,
    Table<JsonObject> payloads) {

  /** An empty store whose IDs follow from {@code seed}. */
  public static Store empty(long seed) {
    return new Store(
        new Ids(seed),
        new ContentStore(Path.of(System.getProperty("java.io.tmpdir"))),
        new Table<>("file_"),
        new Table<>("pr_", "parser_run_"),
        new Table<>("ex_", "cl_", "spl_", "dp_"),
        new Table<>("exr_", "clr_", "splr_", "dpr_"),
        new Table<>("edr_", "edit_run_"),
        new Table<>("sgr_"),
        new Table<>("edt_"),
        new Table<>("bpar_", "bpr_"),
        new Table<>("workflow_"),
        new Table<>("workflow_run_"),
        new Table<>("ev_"),
        new Table<>("evi_"),
        new Table<>("evr_", "bpr_"),
        new Table<>("wh_"),
        new Table<>("whs_"),
        new Table<>("event_"));
  }
}
