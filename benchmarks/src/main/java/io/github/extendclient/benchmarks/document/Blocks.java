package io.github.extendclient.benchmarks.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Blocks of a page in the proportions of a business document: prose, forms, tables, figures. */
final class Blocks {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random;
  private final Prose prose;
  private final TagPlace tags;

  Blocks(Random random, TagPlace tags) {
    this.random = random;
    this.prose = new Prose(random);
    this.tags = tags;
  }

  ObjectNode next(int page) {
    int kind = random.nextInt(100);
    if (kind < 52) {
      return block(page, "text", prose.sentence(8 + random.nextInt(60)), tagged("text_details"));
    }
    if (kind < 64) {
      return block(page, "section_heading", "## " + prose.sentence(4), tagged("text_details"));
    }
    if (kind < 78) {
      String pair = prose.word() + ": " + prose.sentence(3);
      return block(page, "key_value", pair, tagged("key_value_details"));
    }
    if (kind < 86) {
      return table(page);
    }
    if (kind < 91) {
      return figure(page);
    }
    if (kind < 94) {
      ObjectNode details =
          tagged("barcode_details", "decodedValue", "4006381333931", "format", "EAN13");
      return block(page, "barcode", "4006381333931", details);
    }
    if (kind < 97) {
      ObjectNode details = tagged("formula_details", "latex", "\\frac{a}{b} = \\sum_{i=1}^{n} x_i");
      return block(page, "formula", "$\\frac{a}{b}$", details);
    }
    return block(page, "page_number", "Page " + page, NODES.objectNode());
  }

  private ObjectNode figure(int page) {
    ObjectNode details =
        tagged(
            "figure_details",
            "imageUrl",
            "https://files.example.com/" + prose.id("figure-") + ".png?signature=4f8c2a",
            "figureType",
            "chart");
    return block(page, "figure", prose.sentence(12), details);
  }

  private ObjectNode table(int page) {
    int rows = 3 + random.nextInt(10);
    int columns = 2 + random.nextInt(4);
    ObjectNode block =
        block(
            page,
            "table",
            prose.table(rows, columns),
            tagged("table_details", "rowCount", rows, "columnCount", columns));
    if (random.nextInt(5) == 0) {
      ArrayNode cells = block.putArray("children");
      for (int i = 0; i < 2 * columns; i++) {
        ObjectNode details =
            tagged("table_cell_details", "rowIndex", i / columns, "columnIndex", i % columns);
        ObjectNode cell = block(page, "table_cell", prose.word(), details);
        cell.put("parentBlockId", block.get("id").textValue());
        cells.add(cell);
      }
    }
    return block;
  }

  private ObjectNode block(int page, String type, String content, ObjectNode details) {
    ObjectNode block = NODES.objectNode();
    block.put("object", "block");
    block.put("id", Long.toHexString(random.nextLong() | 1L << 63));
    block.put("type", type);
    block.put("content", content);
    block.set("details", details);
    ObjectNode metadata = block.putObject("metadata");
    metadata.putObject("page").put("number", page).put("width", 612).put("height", 792);
    metadata.put("minOcrConfidence", confidence());
    metadata.put("avgOcrConfidence", confidence());
    double left = coordinate(300);
    double top = coordinate(400);
    double right = 300 + coordinate(300);
    double bottom = 400 + coordinate(390);
    ArrayNode polygon = block.putArray("polygon");
    polygon.addObject().put("x", left).put("y", top);
    polygon.addObject().put("x", right).put("y", top);
    polygon.addObject().put("x", right).put("y", bottom);
    polygon.addObject().put("x", left).put("y", bottom);
    block
        .putObject("boundingBox")
        .put("left", left)
        .put("top", top)
        .put("right", right)
        .put("bottom", bottom);
    return block;
  }

  private double confidence() {
    return random.nextInt(10) == 0 ? random.nextDouble() : random.nextInt(1000) / 1000.0;
  }

  /** A number with two decimals, or with all digits, as after a multiplication without rounding. */
  private double coordinate(int limit) {
    return random.nextInt(10) == 0
        ? random.nextDouble() * limit
        : random.nextInt(limit * 100) / 100.0;
  }

  /** Details, with the tag at the given position. */
  private ObjectNode tagged(String tag, Object... properties) {
    ObjectNode details = NODES.objectNode();
    if (tags == TagPlace.FIRST) {
      details.put("type", tag);
    }
    for (int i = 0; i < properties.length; i += 2) {
      details.putPOJO((String) properties[i], properties[i + 1]);
    }
    if (tags == TagPlace.LAST) {
      details.put("type", tag);
    }
    return details;
  }
}
