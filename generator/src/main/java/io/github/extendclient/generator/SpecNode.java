package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a file of a document.
 *
 * @param file the file
 * @param pointer the JSON pointer in the file
 * @param node the parsed node
 */
record SpecNode(SpecFile file, String pointer, Node node) {
  /** Returns the value of a key; null if the key is absent. */
  @Nullable SpecNode get(String key) {
    return entries().get(key);
  }

  boolean has(String key) {
    return get(key) != null;
  }

  /** Returns the values of an object by key; empty if the node is not an object. */
  Map<String, SpecNode> entries() {
    Map<String, SpecNode> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          entries.put(key.getValue(), child(key.getValue(), tuple.getValueNode()));
        }
      }
    }
    return entries;
  }

  /** Returns the keys of an object, each with the pointer of its value. */
  List<SpecNode> keys() {
    List<SpecNode> keys = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          keys.add(child(key.getValue(), key));
        }
      }
    }
    return keys;
  }

  /** Returns the values of a list; empty if the node is not a list. */
  List<SpecNode> items() {
    List<SpecNode> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        items.add(child(Integer.toString(items.size()), item));
      }
    }
    return items;
  }

  /** Returns the entries of the object under a key; empty if there are none. */
  Map<String, SpecNode> entries(String key) {
    SpecNode value = get(key);
    return value == null ? Map.of() : value.entries();
  }

  /** Returns the items of the list under a key; empty if there are none. */
  List<SpecNode> items(String key) {
    SpecNode value = get(key);
    return value == null ? List.of() : value.items();
  }

  /** Returns the text under a key; empty if there is none. */
  String text(String key) {
    SpecNode value = get(key);
    return value == null ? "" : value.text();
  }

  /** Returns the text of a scalar; empty if the node is not a scalar. */
  String text() {
    return node instanceof ScalarNode scalar && !isNull() ? scalar.getValue() : "";
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isObject() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Returns what the node is, in words for a message. */
  String form() {
    return isObject() ? "an object" : isList() ? "a list" : isNull() ? "empty" : "a single value";
  }

  boolean isTrue(String key) {
    return text(key).equals("true");
  }

  private SpecNode child(String key, Node value) {
    String escaped = key.replace("~", "~0").replace("/", "~1");
    return new SpecNode(file, pointer + "/" + escaped, value);
  }

  /** Returns the node with a pointer that ends with a name in place of a list index. */
  SpecNode named(String name) {
    String list = pointer.substring(0, pointer.lastIndexOf('/') + 1);
    return new SpecNode(file, list + name.replace("~", "~0").replace("/", "~1"), node);
  }

  /** Returns the target of {@code $ref}, or the node itself; null if the target does not exist. */
  @Nullable SpecNode resolved() {
    String reference = text("$ref");
    return reference.isEmpty() ? this : resolved(reference);
  }

  /** Returns the target of a reference in this file; null if it does not exist. */
  @Nullable SpecNode resolved(String reference) {
    int hash = reference.indexOf('#');
    SpecFile target = file.resolve(hash < 0 ? reference : reference.substring(0, hash));
    SpecNode found = target == null ? null : target.root();
    String path = hash < 0 ? "" : reference.substring(hash + 1);
    for (String key : path.split("/")) {
      if (!key.isEmpty() && found != null) {
        found = found.get(key.replace("~1", "/").replace("~0", "~"));
      }
    }
    return found == null ? null : found.resolved();
  }

  /** Returns file, line and pointer. */
  @Override
  public String toString() {
    return file.name() + ":" + (node.getStartMark().getLine() + 1) + " " + pointer;
  }
}
