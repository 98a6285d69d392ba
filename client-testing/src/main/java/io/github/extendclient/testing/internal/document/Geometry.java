package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions as the API writes them: points from the top left corner, three decimals. */
public final class Geometry {
  private Geometry() {}

  /** The four corners, clockwise from the top left; empty if there is no position. */
  public static List<JsonObject> polygon(@Nullable Box box) {
    if (box == null) {
      return List.of();
    }
    return List.of(
        point(box.left(), box.top()),
        point(box.right(), box.top()),
        point(box.right(), box.bottom()),
        point(box.left(), box.bottom()));
  }

  /** The number of a page, with its size if it has one. */
  public static JsonObject page(int number, Page.@Nullable Size size) {
    JsonObject page = JsonObject.of("number", (long) number);
    if (size != null) {
      page.put("width", points(size.width()));
      page.put("height", points(size.height()));
    }
    return page;
  }

  public static BigDecimal points(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private static JsonObject point(double x, double y) {
    return JsonObject.of("x", points(x)).with("y", points(y));
  }
}
