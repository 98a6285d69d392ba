package io.github.extendclient.generator;

import java.util.List;

/** Thrown before generation if a document cannot be generated faithfully. */
@SuppressWarnings("serial") // Never serialized.
public final class Refusal extends RuntimeException {
  /**
   * Creates the exception. Its message has one fault per line; it has no stack trace, which would
   * hide them.
   *
   * @param faults the faults, each with its location and remedy
   */
  Refusal(List<String> faults) {
    super(String.join("\n", faults), null, false, false);
  }
}
