package io.github.extendclient.runtime;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run or run summary: the common properties of all kinds of runs in all API versions.
 *
 * <pre>{@code
 * void print(Run run) {
 *   System.out.println(run.getId() + " " + run.getStatus() + " " + run.getFailureMessage());
 * }
 * }</pre>
 *
 * <p>Getters with a default implementation return null if the object lacks the property; summaries
 * have fewer properties than runs.
 */
public interface Run extends RunState, Model {
  /**
   * Returns the ID of the run.
   *
   * @return the ID; null only if the API version permits runs without one
   * @throws MissingPropertyException if the response lacks a required ID
   */
  String getId();

  /**
   * Returns the status of the run. Each kind of run has its own enum of statuses; {@link
   * #isPending()} distinguishes terminal ones for all kinds.
   *
   * @return the status; null only if the API version permits runs without one
   * @throws MissingPropertyException if the response lacks a required status
   */
  OpenEnum getStatus();

  /**
   * Returns the ID of the batch of the run.
   *
   * @return the ID; null if the run is not in a batch or the object lacks it
   */
  default @Nullable String getBatchId() {
    return null;
  }

  /**
   * Returns the time of creation.
   *
   * @return the time; null if the object lacks it
   */
  default @Nullable OffsetDateTime getCreatedAt() {
    return null;
  }

  /**
   * Returns the code of the failure.
   *
   * @return the code; null if the run did not fail or the object lacks it
   */
  default @Nullable String getFailureReason() {
    return null;
  }

  /**
   * Returns the failure message for people.
   *
   * @return the message; null if the run did not fail or the object lacks it
   */
  default @Nullable String getFailureMessage() {
    return null;
  }

  /**
   * Returns the files of the run, one or several.
   *
   * @return an unmodifiable list; empty if the object lacks them
   */
  default List<FileReference> files() {
    return List.of();
  }
}
