package io.github.extendclient.examples.flink;

import io.github.extendclient.ExtendClientBuilder;
import java.io.Serializable;

/**
 * Creates the client of a subtask, on its TaskManager. The factory is serialized with the job, so
 * it must not contain the key: read the key on the TaskManager, from the environment for instance.
 */
@FunctionalInterface
interface ClientFactory extends Serializable {
  /** Returns a builder with everything but the rate limits. */
  ExtendClientBuilder builder();
}
