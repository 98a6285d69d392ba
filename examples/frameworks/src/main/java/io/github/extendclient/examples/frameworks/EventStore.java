package io.github.extendclient.examples.frameworks;

/** Where a program keeps which events it has handled. */
@FunctionalInterface
interface EventStore {
  /**
   * Runs the work unless the event is known already. Best in one transaction, so that an event is
   * known exactly if its work is done.
   *
   * @param eventId the same for each delivery of the event
   * @param work what the event asks for
   */
  void handleOnce(String eventId, Runnable work);
}
