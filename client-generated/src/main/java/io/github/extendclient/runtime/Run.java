package io.github.extendclient.runtime;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run, or its summary in a listing: what all of them have, whatever they process and whichever
 * API version they come from.
 *
 * <pre>{@code
 * void print(Run run) {
 *   System.out.println(run.getId() + " " + run.getStatus() + " " + run.getFailureMessage());
 * }
 * }</pre>
 *
 * <p>A getter with a default returns null for runs whose objects lack the property: summaries have
 * fewer properties than the runs themselves.
 */
public interface Run extends RunState, Model {
  /**
   * The ID of the run.
   *
   * @return null only if the API allows a run without
   * @throws MissingPropertyException if the response lacks a required ID
   */
  String getId();

  /**
   * Where the run stands. Each kind of run has its own class of states; {@link #isPending()} knows
   * the terminal ones of all of them.
   *
   * @return null only if the API allows a run without
   * @throws MissingPropertyException if the response lacks a required status
   */
  OpenEnum getStatus();

  /**
   * The batch that the run belongs to.
   *
   * @return null for a run outside a batch, or if the object does not say
   */
  default @Nullable String getBatchId() {
    return null;
  }

  /**
   * When the run was created.
   *
   * @return null if the object does not say
   */
  default @Nullable OffsetDateTime getCreatedAt() {
    return null;
  }

  /**
   * The code of the failure.
   *
   * @return null unless the run failed, or if the object does not say
   */
  default @Nullable String getFailureReason() {
    return null;
  }

  /**
   * The failure in words.
   *
   * @return null unless the run failed, or if the object does not say
   */
  default @Nullable String getFailureMessage() {
    return null;
  }

  /**
   * The files that the run works on, whether the API gives one or several.
   *
   * @return unmodifiable; empty if the object does not say
   */
  default List<FileReference> files() {
    return List.of();
  }
}
