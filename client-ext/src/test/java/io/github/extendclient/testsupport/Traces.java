package io.github.extendclient.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Replays many short sequences of events, several at the same time: each waits now and then. */
public final class Traces {
  private static final int THREADS = 4;

  private Traces() {}

  /** Replays one trace on its own server and files. */
  @FunctionalInterface
  public interface Replay<T> {
    /** Fails if something is wrong after the trace. */
    void replay(T trace) throws Exception;
  }

  /** Fails if one of them does, with its failure as the cause. */
  public static <T> void replayAll(List<T> traces, Replay<T> replay) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (T trace : traces) {
        ends.add(
            threads.submit(
                () -> {
                  replay.replay(trace);
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
