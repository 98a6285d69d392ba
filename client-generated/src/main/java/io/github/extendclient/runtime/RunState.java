package io.github.extendclient.runtime;

/** An object that the server processes in the background until a terminal state. */
public interface RunState {
  /**
   * Returns whether the state is pending. An unknown state counts as terminal, so a poll never
   * waits forever in a state that is newer than this client.
   *
   * @return true for the states that the specification marks as pending
   */
  boolean isPending();
}
