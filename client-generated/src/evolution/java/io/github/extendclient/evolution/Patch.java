package io.github.extendclient.evolution;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A change of a document.
 *
 * @param name what it does
 * @param kind what it may do to programs
 * @param steps of JSON Patch, or {@code reverse} and {@code rename}
 * @param gone the lines of api.txt that are no longer true
 * @param fails what a program says that was compiled before
 */
record Patch(String name, Kind kind, JsonNode steps, List<String> gone, List<String> fails) {
  enum Kind {
    COMPATIBLE,
    NULLNESS,
    BREAKING
  }

  static List<Patch> read(Path file) throws IOException {
    List<Patch> patches = new ArrayList<>();
    for (JsonNode patch : new YAMLMapper().readTree(file.toFile())) {
      patches.add(
          new Patch(
              patch.get("name").asText(),
              Kind.valueOf(patch.get("kind").asText().toUpperCase(java.util.Locale.ROOT)),
              patch.get("patch"),
              texts(patch.path("gone")),
              texts(patch.path("fails"))));
    }
    return patches;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  JsonNode applyTo(JsonNode document) {
    JsonNode changed = document.deepCopy();
    for (JsonNode step : steps) {
      Map.Entry<String, JsonNode> operation = step.properties().iterator().next();
      JsonPointer pointer = JsonPointer.compile(operation.getValue().asText());
      switch (operation.getKey()) {
        case "add" -> add(changed, pointer, step.get("value"));
        case "replace" -> {
          remove(changed, pointer);
          add(changed, pointer, step.get("value"));
        }
        case "remove" -> remove(changed, pointer);
        case "reverse" -> reverse(changed.at(pointer));
        case "rename" -> rename(changed, pointer, step.get("to").asText());
        default -> throw new IllegalArgumentException(name + ": " + operation.getKey());
      }
    }
    return changed;
  }

  private void add(JsonNode document, JsonPointer pointer, JsonNode value) {
    JsonNode parent = parent(document, pointer);
    String last = pointer.last().getMatchingProperty();
    if (parent instanceof ArrayNode list) {
      list.insert(last.equals("-") ? list.size() : Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }

  private void remove(JsonNode document, JsonPointer pointer) {
    JsonNode parent = parent(document, pointer);
    JsonNode removed =
        parent instanceof ArrayNode list
            ? list.remove(pointer.last().getMatchingIndex())
            : ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
    if (removed == null) {
      throw new IllegalArgumentException(name + ": there is no " + pointer);
    }
  }

  private static void reverse(JsonNode node) {
    if (node instanceof ArrayNode list) {
      List<JsonNode> items = new ArrayList<>();
      list.forEach(items::add);
      Collections.reverse(items);
      list.removeAll();
      list.addAll(items);
    } else {
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
      Collections.reverse(members);
      ((ObjectNode) node).removeAll();
      members.forEach(member -> ((ObjectNode) node).set(member.getKey(), member.getValue()));
    }
  }

  private void rename(JsonNode document, JsonPointer pointer, String to) {
    ObjectNode parent = (ObjectNode) parent(document, pointer);
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(parent.properties());
    parent.removeAll();
    String from = pointer.last().getMatchingProperty();
    members.forEach(
        member ->
            parent.set(member.getKey().equals(from) ? to : member.getKey(), member.getValue()));
  }

  private JsonNode parent(JsonNode document, JsonPointer pointer) {
    JsonNode parent = document.at(pointer.head());
    if (parent.isMissingNode()) {
      throw new IllegalArgumentException(name + ": there is nothing at " + pointer.head());
    }
    return parent;
  }
}
