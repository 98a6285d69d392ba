package io.github.extendclient.examples.frameworks;

/** The store of the events that a program has handled. */
@FunctionalInterface
interface EventStore {
  /**
   * Runs the work unless the event is known. Use one transaction for both, so that an event is
   * known exactly if its work is done.
   *
   * @param eventId the same for each delivery of the event
   * @param work what the event asks for
   */
  void handleOnce(String eventId, Runnable work);
}
