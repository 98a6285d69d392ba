package io.github.extendclient.testing;

import java.util.Arrays;
import java.util.List;

/** Finds the threads of embedded servers that are alive. */
final class LiveServerThreads {
  private LiveServerThreads() {}

  /** Returns the live threads of the server on a port; without a port, those of all servers. */
  static List<Thread> of(String port) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("extend-server-" + port))
        .toList();
  }

  static boolean isInPdfBox(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().contains(".pdfbox.contentstream."));
  }

  /** True if any server runs code of a package at this moment. */
  static boolean isBusyIn(String packageName) {
    return of("").stream()
        .flatMap(thread -> Arrays.stream(thread.getStackTrace()))
        .anyMatch(frame -> frame.getClassName().contains("." + packageName + "."));
  }
}
