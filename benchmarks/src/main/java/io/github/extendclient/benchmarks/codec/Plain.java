package io.github.extendclient.benchmarks.codec;

import io.github.extendclient.benchmarks.document.Document;

/** What the plain classes are written for. */
final class Plain {
  private Plain() {}

  static void requireParseRun(Document document) {
    if (!document.name().startsWith("PARSE")) {
      throw new IllegalArgumentException("There is no plain class for " + document + ".");
    }
  }
}
