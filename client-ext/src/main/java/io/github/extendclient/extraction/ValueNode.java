package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of an output with its shape in the schema. The nodes of an output are a tree. Branches
 * are created on first access and cached, so a loop over many fields parses nothing twice.
 *
 * <p>Thread-safe: if two threads create the same branch, either is correct.
 */
final class ValueNode {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,9})\\])?");

  private final Shape shape;
  private final JsonValue json;
  private final ValuePath path;
  private final @Nullable String whole;
  private final @Nullable ReviewThreshold threshold;
  private volatile @Nullable List<ValueNode> children;

  /**
   * Creates a node.
   *
   * @param whole the key of the currency or signature that contains this value, or null
   * @param threshold the threshold of this value, or null
   */
  ValueNode(
      Shape shape,
      JsonValue json,
      ValuePath path,
      @Nullable String whole,
      @Nullable ReviewThreshold threshold) {
    this.shape = shape;
    this.json = json;
    this.path = path;
    this.whole = whole;
    this.threshold = threshold;
  }

  JsonValue json() {
    return json;
  }

  ValuePath path() {
    return path;
  }

  @Nullable String whole() {
    return whole;
  }

  @Nullable ReviewThreshold threshold() {
    return threshold;
  }

  /** Returns whether this is a list without items in the record. */
  boolean isEmptyList() {
    return shape instanceof ListShape && children().isEmpty();
  }

  /** Returns whether this is a single value: not a list, nor a record of the user. */
  boolean isLeaf() {
    return shape instanceof RecordShape object
        ? object.hasExtendType()
        : !(shape instanceof ListShape);
  }

  @Nullable Object decode(Mismatches mismatches) {
    return shape.decode(json, path, mismatches);
  }

  /** Returns the node at a path of Java names below this one. */
  ValueNode find(String names) {
    ValueNode node = this;
    for (String step : names.split("\\.", -1)) {
      Matcher matcher = STEP.matcher(step);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "\""
                + names
                + "\" is not a path. Join components by dots and give an item its index, such as"
                + " lineItems[0].amount.");
      }
      node = node.component(names, matcher.group(1));
      if (matcher.group(2) != null) {
        node = node.item(names, Integer.parseInt(matcher.group(2)));
      }
    }
    return node;
  }

  /** Returns the single values at and below this node, in the order of the record. */
  Stream<ValueNode> leaves() {
    return isLeaf() ? Stream.of(this) : children().stream().flatMap(ValueNode::leaves);
  }

  /** Returns the components of a record or the items of a list. */
  List<ValueNode> children() {
    List<ValueNode> made = children;
    if (made == null) {
      made = List.of();
      if (shape instanceof RecordShape object) {
        made = components(object);
      } else if (shape instanceof ListShape list) {
        made = items(list);
      }
      children = made;
    }
    return made;
  }

  private ValueNode component(String names, String name) {
    if (shape instanceof RecordShape object) {
      List<String> components = object.fields().stream().map(RecordField::name).toList();
      int index = components.indexOf(name);
      if (index < 0) {
        throw none(
            names, "the record " + object.type().getName() + " has the components " + components);
      }
      return children().get(index);
    }
    throw none(
        names,
        shape instanceof ListShape
            ? path.name() + " is a list, so name an item, such as " + path.item(0, 0).name()
            : path.name() + " is a single value");
  }

  private ValueNode item(String names, int index) {
    if (!(shape instanceof ListShape)) {
      throw none(names, path.name() + " is no list");
    }
    List<ValueNode> items = children();
    if (index >= items.size()) {
      throw none(names, path.name() + " has " + items.size() + " items");
    }
    return items.get(index);
  }

  private List<ValueNode> components(RecordShape object) {
    Map<String, JsonValue> properties = RecordShape.properties(json);
    List<ValueNode> nodes = new ArrayList<>();
    for (RecordField field : object.fields()) {
      nodes.add(
          new ValueNode(
              field.shape(),
              properties.getOrDefault(field.key(), JsonValue.NULL),
              path.component(field),
              object.hasExtendType() ? path.key() : null,
              field.threshold() != null ? field.threshold() : threshold));
    }
    return List.copyOf(nodes);
  }

  /** Returns the items that are in the record. */
  private List<ValueNode> items(ListShape list) {
    List<ValueNode> nodes = new ArrayList<>();
    int index = 0;
    for (JsonValue element : ListShape.elements(json)) {
      ValuePath itemPath = path.item(index++, nodes.size());
      if (list.item(element, itemPath, Mismatch::replacement) != null) {
        nodes.add(new ValueNode(list.items(), element, itemPath, null, threshold));
      }
    }
    return List.copyOf(nodes);
  }

  private static IllegalArgumentException none(String names, String reason) {
    return new IllegalArgumentException("There is no \"" + names + "\": " + reason + ".");
  }
}
