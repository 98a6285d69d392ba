package io.github.extendclient.benchmarks.document;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** The documents that are measured. Their bytes are the same in each run and on each machine. */
public enum Document {
  /** A parse run of a page or two. */
  PARSE_20_KB(20_000, (bytes, tags) -> ParseRunDocument.of(bytes, tags, 20)),
  /** A parse run of some twenty pages. */
  PARSE_500_KB(500_000, (bytes, tags) -> ParseRunDocument.of(bytes, tags, 500)),
  /** A parse run of some two hundred pages. */
  PARSE_5_MB(5_000_000, (bytes, tags) -> ParseRunDocument.of(bytes, tags, 5000)),
  /** An extract run with citations. */
  EXTRACT_50_KB(50_000, (bytes, tags) -> ExtractRunDocument.of(bytes, tags, 50)),
  /** A page of a hundred short extract runs. */
  LIST_OF_100(100, (runs, tags) -> ExtractRunDocument.list(runs, tags, 100));

  private final int size;
  private final BiFunction<Integer, TagPlace, byte[]> maker;
  private final Map<TagPlace, byte[]> made = new ConcurrentHashMap<>();

  Document(int size, BiFunction<Integer, TagPlace, byte[]> maker) {
    this.size = size;
    this.maker = maker;
  }

  /** Whether it is a parse run, which is measured in most detail. */
  public boolean isParseRun() {
    return name().startsWith("PARSE");
  }

  /** Returns that of a library's three classes which holds the document. */
  public Class<?> choose(Class<?> parseRun, Class<?> extractRun, Class<?> extractRunPage) {
    return switch (this) {
      case PARSE_20_KB, PARSE_500_KB, PARSE_5_MB -> parseRun;
      case EXTRACT_50_KB -> extractRun;
      case LIST_OF_100 -> extractRunPage;
    };
  }

  /** The document as UTF-8, made once. */
  public byte[] bytes(TagPlace tags) {
    return made.computeIfAbsent(tags, this::make);
  }

  byte[] make(TagPlace tags) {
    return maker.apply(size, tags);
  }
}
