package io.github.extendclient.testing.internal.parse;

import io.github.extendclient.testing.internal.document.Box;
import io.github.extendclient.testing.internal.document.Page;
import io.github.extendclient.testing.internal.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Positions as the API writes them: points from the top left corner, three decimals. */
public final class Geometry {
  private Geometry() {}

  /** The four corners, clockwise from the top left; empty if there is no position. */
  public static List<Map<String, @Nullable Object>> polygon(@Nullable Box box) {
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
  public static Map<String, @Nullable Object> page(int number, Page.@Nullable Size size) {
    Map<String, @Nullable Object> page = Json.object("number", (long) number);
    if (size != null) {
      page.put("width", points(size.width()));
      page.put("height", points(size.height()));
    }
    return page;
  }

  static BigDecimal points(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private static Map<String, @Nullable Object> point(double x, double y) {
    return Json.object("x", points(x), "y", points(y));
  }
}
