package io.github.extendclient.generator;

import java.util.List;

/** Thrown before anything is generated, if a document cannot be generated faithfully. */
@SuppressWarnings("serial") // Never serialized.
public final class Refusal extends RuntimeException {
  /**
   * Names all faults, one on each line, and has no stack trace, which would hide them.
   *
   * @param faults each with its place and the way out
   */
  Refusal(List<String> faults) {
    super(String.join("\n", faults), null, false, false);
  }
}
