package io.github.extendclient.benchmarks.codec;

import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.plain.PlainExtractRun;
import io.github.extendclient.benchmarks.plain.PlainExtractRunPage;
import io.github.extendclient.benchmarks.plain.PlainParseRun;

/** The plain class for each document. */
final class PlainClasses {
  private PlainClasses() {}

  static Class<?> of(Document document) {
    return switch (document) {
      case PARSE_20_KB, PARSE_500_KB, PARSE_5_MB -> PlainParseRun.class;
      case EXTRACT_50_KB -> PlainExtractRun.class;
      case LIST_OF_100 -> PlainExtractRunPage.class;
    };
  }
}
