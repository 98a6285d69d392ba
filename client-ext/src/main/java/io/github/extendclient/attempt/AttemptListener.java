package io.github.extendclient.attempt;

/**
 * Is told of every attempt of every call, for metrics and for finding out why something was slow.
 * Called on the thread that made the attempt, so it must be quick; what it throws is logged and
 * otherwise ignored.
 *
 * <pre>{@code
 * ExtendClient.builder().attemptListener(event -> attempts.increment()).build();
 * }</pre>
 */
@FunctionalInterface
public interface AttemptListener {
  /**
   * An attempt has ended, with a response or without.
   *
   * @param event what happened
   */
  void attemptEnded(AttemptEvent event);
}
