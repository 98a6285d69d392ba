package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;

/**
 * One measurement of decoding or encoding.
 *
 * @param direction {@code decode} or {@code encode}
 * @param library what does it
 * @param document what is read or written
 * @param tags where the tags of unions stand
 * @param body how the bytes come
 */
public record Case(
    String direction, Libraries library, Document document, TagPlace tags, Body body) {
  /** The direction from JSON to objects. */
  public static final String DECODE = "decode";

  /** The direction from objects to JSON. */
  public static final String ENCODE = "encode";

  /** The usual case: tags first, all bytes there. */
  public static Case of(String direction, Libraries library, Document document) {
    return new Case(direction, library, document, TagPlace.FIRST, Body.BUFFERED);
  }

  /** Whether it is the usual case. */
  boolean isUsual() {
    return tags == TagPlace.FIRST && body == Body.BUFFERED;
  }
}
