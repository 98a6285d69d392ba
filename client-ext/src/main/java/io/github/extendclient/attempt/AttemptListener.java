package io.github.extendclient.attempt;

/**
 * Receives each attempt of each call, for metrics and to diagnose slow calls. Called on the thread
 * of the attempt, so it must be quick; its exceptions are logged and otherwise ignored.
 *
 * <pre>{@code
 * ExtendClient.builder().attemptListener(event -> attempts.increment()).build();
 * }</pre>
 */
@FunctionalInterface
public interface AttemptListener {
  /**
   * Called when an attempt has ended, with or without a response.
   *
   * @param event the attempt
   */
  void attemptEnded(AttemptEvent event);
}
