package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run of a workflow over one file or one package of files. */
public final class WorkflowRun {
  /**
   * The result of the steps.
   *
   * @param needsReview true if they wait for a person
   * @param failure what went wrong, {@code null} if nothing did
   * @param afterReview does the steps that come after the review, {@code null} if there are none
   */
  public record StepsResult(
      List<StepRun> steps,
      boolean needsReview,
      @Nullable String failure,
      @Nullable Supplier<StepsResult> afterReview) {}

  private final String key;
  private final Versioned workflow;
  private final Version version;
  private final List<StoredFile> files;
  private final @Nullable String batchId;
  private final Progress<StepsResult> progress;
  private String name;
  private JsonObject metadata;
  private @Nullable StepsResult afterReview;
  private @Nullable String reviewStatus;
  private @Nullable String reviewNote;
  private @Nullable Instant reviewedAt;

  /** A new run. */
  public WorkflowRun(
      String key,
      Versioned workflow,
      Version version,
      List<StoredFile> files,
      JsonObject metadata,
      @Nullable String batchId,
      Progress<StepsResult> progress) {
    this.key = key;
    this.workflow = workflow;
    this.version = version;
    this.files = files;
    this.metadata = metadata;
    this.batchId = batchId;
    this.progress = progress;
    this.name = files.get(0).name();
  }

  /** The part of its ID that follows {@code workflow_run_}. */
  public String key() {
    return key;
  }

  /** The ID, the same in both API versions. */
  public String id() {
    return "workflow_run_" + key;
  }

  /** The workflow that runs. */
  public Versioned workflow() {
    return workflow;
  }

  /** The version that runs. */
  public Version version() {
    return version;
  }

  /** The files of the run. */
  public List<StoredFile> files() {
    return files;
  }

  /** The batch of the run, {@code null} if none. */
  public @Nullable String batchId() {
    return batchId;
  }

  /** The progress up to the end of the steps; a review comes after that. */
  public Progress<StepsResult> progress() {
    return progress;
  }

  /** Its name, which only 2025-04-21 shows. */
  public synchronized String name() {
    return name;
  }

  /** Its metadata, never {@code null}. */
  public synchronized JsonObject metadata() {
    return metadata;
  }

  /** When the review was decided, {@code null} if it was not. */
  public synchronized @Nullable Instant reviewedAt() {
    return reviewedAt;
  }

  /** The note of a rejection, {@code null} if there is none. */
  public synchronized @Nullable String reviewNote() {
    return reviewNote;
  }

  /** Changes name and metadata, each unless {@code null}; new metadata joins the old. */
  public synchronized void update(@Nullable String newName, @Nullable JsonObject more) {
    if (newName != null) {
      name = newName;
    }
    if (more != null) {
      JsonObject merged = new JsonObject();
      merged.putAll(metadata);
      merged.putAll(more);
      metadata = merged;
    }
  }

  /**
   * Decides the review; after an approval, the next steps run at once.
   *
   * @param note the reason of a rejection, else {@code null}
   * @return false if the run does not wait for a review, for example because another thread has
   *     decided it
   */
  public synchronized boolean review(boolean approved, @Nullable String note, Instant now) {
    if (!status(now).equals("NEEDS_REVIEW")) {
      return false;
    }
    StepsResult before = outcome(now);
    Supplier<StepsResult> rest = before == null ? null : before.afterReview();
    reviewStatus = approved ? "PROCESSED" : "REJECTED";
    reviewNote = note;
    reviewedAt = now;
    if (approved && rest != null) {
      StepsResult after = rest.get();
      afterReview = after;
      reviewStatus = after.needsReview() ? null : reviewStatus;
    }
    return true;
  }

  /** The result of the steps, {@code null} before their end. */
  public synchronized @Nullable StepsResult outcome(Instant now) {
    return afterReview == null ? progress.result(now) : afterReview;
  }

  /** The status as the API names it. */
  public synchronized String status(Instant now) {
    String status = progress.status(now);
    StepsResult outcome = outcome(now);
    if (!status.equals("PROCESSED") || outcome == null) {
      return status;
    }
    if (outcome.failure() != null) {
      return "FAILED";
    }
    if (outcome.needsReview()) {
      return reviewStatus == null ? "NEEDS_REVIEW" : reviewStatus;
    }
    return status;
  }
}
