package io.github.extendclient.benchmarks.codec;

import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.plain.PlainExtractRun;
import io.github.extendclient.benchmarks.plain.PlainExtractRunPage;
import io.github.extendclient.benchmarks.plain.PlainParseRun;

/** The plain class for each document. */
final class PlainClasses {
  private PlainClasses() {}

  static Class<?> of(Document document) {
    return document.choose(PlainParseRun.class, PlainExtractRun.class, PlainExtractRunPage.class);
  }
}
