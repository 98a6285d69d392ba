package io.github.extendclient.spec.evolution;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.extendclient.spec.bundle.OnceRequired;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A change of a document.
 *
 * @param name what it does
 * @param kind what it may do to programs
 * @param steps of JSON Patch, or {@code reverse} and {@code rename}
 * @param says the lines by which the comparison with the released baseline calls it breaking
 * @param gone the lines of api.txt that are no longer true
 * @param fails what a program says that was compiled before
 */
public record Patch(
    String name,
    Kind kind,
    JsonNode steps,
    List<String> says,
    List<String> gone,
    List<String> fails) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  /** The permitted effect of a change on programs. */
  public enum Kind {
    COMPATIBLE,
    NULLNESS,
    BREAKING
  }

  /**
   * The document that the patches change.
   *
   * @return a new tree
   */
  public static JsonNode document() throws IOException {
    return resource("papers.yaml");
  }

  /**
   * All patches.
   *
   * @return in the order of their file
   */
  public static List<Patch> all() throws IOException {
    return read("patches.yaml");
  }

  /**
   * A release of each API version, named after its bundle.
   *
   * @return in the order of their file
   */
  public static List<Patch> releases() throws IOException {
    return read("releases.yaml");
  }

  private static List<Patch> read(String file) throws IOException {
    List<Patch> patches = new ArrayList<>();
    for (JsonNode patch : resource(file)) {
      patches.add(
          new Patch(
              patch.get("name").asText(),
              Kind.valueOf(patch.get("kind").asText().toUpperCase(Locale.ROOT)),
              patch.get("patch"),
              texts(patch.path("says")),
              texts(patch.path("gone")),
              texts(patch.path("fails"))));
    }
    return patches;
  }

  private static JsonNode resource(String name) throws IOException {
    try (InputStream stream = Patch.class.getResourceAsStream("/evolution/" + name)) {
      return YAML.readTree(stream);
    }
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /**
   * The changed document, as the build would bundle it if the other was released.
   *
   * @param document not changed itself
   */
  public JsonNode applyTo(JsonNode document) throws IOException {
    JsonNode changed = changed(document);
    return YAML.readTree(
        OnceRequired.keep(YAML.writeValueAsString(document), YAML.writeValueAsString(changed)));
  }

  private JsonNode changed(JsonNode document) {
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
