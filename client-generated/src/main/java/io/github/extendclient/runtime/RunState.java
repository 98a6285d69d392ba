package io.github.extendclient.runtime;

/** Something that is worked on in the background until it reaches a terminal state. */
public interface RunState {
  /**
   * Whether the work still goes on. A state that this client does not know counts as terminal, so
   * that a poll never waits for something that it cannot understand.
   *
   * @return true while the state is one of those that the specification calls pending
   */
  boolean isPending();
}
