package io.github.extendclient.testing.internal.document;

import java.util.List;
import java.util.stream.Collectors;

/** The segments of one line of a page, from left to right. */
public record Row(List<Segment> segments) {
  /** A row of one segment without position. */
  public static Row of(String text) {
    return new Row(List.of(Segment.of(text)));
  }

  /** The whole line. */
  public String text() {
    return segments.stream().map(Segment::text).collect(Collectors.joining(" "));
  }
}
