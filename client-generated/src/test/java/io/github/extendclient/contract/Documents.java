package io.github.extendclient.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Draws documents that are valid by a schema, in any order of properties, with properties, enum
 * values and tags that the schema does not have yet.
 */
public final class Documents {
  private static final int DEEPEST = 8;

  /** Enough for a few levels, beside the required properties. */
  private static final int MOST_NODES = 60;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          " ",
          "null",
          "ä€𝄞",
          "quote\" back\\slash /",
          "\n\t\u0000\u2028",
          "<&>",
          "x".repeat(300));
  private static final List<String> NUMBERS =
      List.of("0", "-1", "1.10", "1.0", "1e-7", "12345678901234567890", "0.1234567890123456789");

  private final UnaryOperator<JsonNode> resolved;
  private final Random random;
  private final boolean newer;
  private int nodes;

  /**
   * @param newer whether documents hold what the schema does not have yet
   */
  Documents(Spec spec, long seed, boolean newer) {
    this(spec::resolve, seed, newer);
  }

  /**
   * Of a document that is not among the specifications, with nothing but what its schemas have.
   *
   * @param document holds what its schemas refer to
   * @param seed the same documents come of the same one
   */
  public Documents(JsonNode document, long seed) {
    this(schema -> Spec.resolve(document, schema), seed, false);
  }

  private Documents(UnaryOperator<JsonNode> resolved, long seed, boolean newer) {
    this.resolved = resolved;
    this.random = new Random(seed);
    this.newer = newer;
  }

  /**
   * A document.
   *
   * @param schema what it is valid by
   * @return another one each time
   */
  public JsonNode draw(JsonNode schema) {
    nodes = 0;
    return draw(schema, 0);
  }

  private JsonNode draw(JsonNode schema, int depth) {
    nodes++;
    if (Spec.isNullable(schema) && oneIn(4)) {
      return NODES.nullNode();
    }
    JsonNode resolved = this.resolved.apply(schema);
    if (Spec.isNullable(resolved) && oneIn(4)) {
      return NODES.nullNode();
    }
    if (resolved.has("enum")) {
      return enumValue(resolved.get("enum"));
    }
    if (resolved.has("oneOf")) {
      return union(resolved, depth);
    }
    return switch (resolved.path("type").asText()) {
      case "string" -> string(resolved.path("format").asText());
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> integer(resolved.path("format").asText());
      case "number" -> number();
      case "array" -> array(resolved, depth);
      case "object" -> object(resolved, depth);
      default -> anything(depth);
    };
  }

  private JsonNode enumValue(JsonNode values) {
    if (newer && values.size() > 1 && oneIn(6)) {
      return NODES.textNode("ZZ_NEWER_" + random.nextInt(3));
    }
    return values.get(random.nextInt(values.size()));
  }

  private JsonNode union(JsonNode union, int depth) {
    if (newer && oneIn(8)) {
      return newerMember();
    }
    JsonNode members = union.get("oneOf");
    return draw(members.get(depth > DEEPEST ? 0 : random.nextInt(members.size())), depth);
  }

  private JsonNode newerMember() {
    if (oneIn(3)) {
      return number();
    }
    ObjectNode member = NODES.objectNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      member.set("any " + i, oneIn(2) ? number() : string(""));
    }
    return member;
  }

  private JsonNode string(String format) {
    if (format.equals("date-time")) {
      String fraction = oneIn(2) ? "" : ".%03d".formatted(random.nextInt(1000));
      String offset = oneIn(3) ? "+02:00" : "Z";
      return NODES.textNode(
          "20%02d-%02d-%02dT%02d:%02d:%02d%s%s"
              .formatted(
                  random.nextInt(100),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  random.nextInt(24),
                  random.nextInt(60),
                  random.nextInt(60),
                  fraction,
                  offset));
    }
    return NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
  }

  private JsonNode integer(String format) {
    if (format.equals("int64")) {
      return NODES.numberNode(random.nextLong() >> random.nextInt(64));
    }
    return NODES.numberNode(random.nextInt() >> random.nextInt(32));
  }

  private JsonNode number() {
    double number =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(1000);
          case 1 -> random.nextInt(100_000) / 100.0;
          case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
          default -> random.nextDouble();
        };
    return NODES.numberNode(new BigDecimal(Double.toString(number)));
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = size(depth); i > 0; i--) {
      array.add(draw(schema.get("items"), depth + 1));
    }
    return array;
  }

  private JsonNode object(JsonNode schema, int depth) {
    Set<String> required =
        StreamSupport.stream(schema.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    List<Map.Entry<String, JsonNode>> properties =
        new ArrayList<>(schema.path("properties").properties());
    Collections.shuffle(properties, random);
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : properties) {
      if (required.contains(property.getKey()) || (size(depth) > 0 && !oneIn(4))) {
        object.set(property.getKey(), draw(property.getValue(), depth + 1));
      }
      if (newer && oneIn(20)) {
        object.set("zz newer " + random.nextInt(3), anything(depth));
      }
    }
    JsonNode values = schema.path("additionalProperties");
    if (values.isObject() || values.asBoolean()) {
      for (int i = size(depth); i > 0; i--) {
        object.set("key " + i, values.isObject() ? draw(values, depth + 1) : anything(depth));
      }
    }
    return object;
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(depth > DEEPEST ? 4 : 6)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size()))));
      case 3 -> string("");
      case 4 -> {
        ArrayNode array = NODES.arrayNode();
        for (int i = size(depth); i > 0; i--) {
          array.add(anything(depth + 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = NODES.objectNode();
        for (int i = size(depth); i > 0; i--) {
          object.set("any " + i, anything(depth + 1));
        }
        yield object;
      }
    };
  }

  private int size(int depth) {
    return depth > DEEPEST || nodes > MOST_NODES ? 0 : random.nextInt(4);
  }

  private boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }
}
