package io.github.extendclient.spring;

import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.attempt.AttemptListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All {@link AttemptListener} beans of the application as one. A failure of one does not keep an
 * event from the others.
 */
record AttemptListeners(List<AttemptListener> listeners) implements AttemptListener {
  @Override
  public void attemptEnded(AttemptEvent event) {
    RuntimeException failure = null;
    for (AttemptListener listener : listeners) {
      failure = tell(listener, event, failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable RuntimeException tell(
      AttemptListener listener, AttemptEvent event, @Nullable RuntimeException before) {
    try {
      listener.attemptEnded(event);
      return before;
    } catch (RuntimeException e) {
      if (before == null) {
        return e;
      }
      before.addSuppressed(e);
      return before;
    }
  }
}
