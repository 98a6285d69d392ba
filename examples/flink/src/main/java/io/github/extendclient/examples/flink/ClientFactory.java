package io.github.extendclient.examples.flink;

import io.github.extendclient.ExtendClientBuilder;
import java.io.Serializable;

/**
 * Makes the client of a subtask, on its TaskManager. It travels within the job, so let it read the
 * key there, from the environment for instance, and not carry it.
 */
@FunctionalInterface
interface ClientFactory extends Serializable {
  /** Returns a builder with everything but the rate limits. */
  ExtendClientBuilder builder();
}
