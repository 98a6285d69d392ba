package io.github.extendclient.testing.internal.document;

import java.util.Collection;

/** A rectangle on a page, in points from the top left corner. */
public record Box(double left, double top, double right, double bottom) {
  /** The smallest rectangle around all of {@code boxes}, of which there is at least one. */
  public static Box around(Collection<Box> boxes) {
    return boxes.stream().reduce(Box::union).orElseThrow();
  }

  /** The smallest rectangle around both. */
  public Box union(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }
}
