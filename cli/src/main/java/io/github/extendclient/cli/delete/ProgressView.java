package io.github.extendclient.cli.delete;

import io.github.extendclient.deletion.DeletionProgress;

/** Shows how far a job has come. */
interface ProgressView extends AutoCloseable {
  /** Shows nothing. */
  ProgressView NONE = progress -> {};

  /** Called after each write to the journal, by one thread at a time; must be quick. */
  void show(DeletionProgress progress);

  @Override
  default void close() {}
}
