package io.github.extendclient.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A source file of a document, YAML or JSON, with line numbers and references to other files. */
final class SpecFile {
  private static final int MOST_CHARACTERS = 100_000_000;

  private final String name;
  private final Node root;
  private final Map<String, SpecFile> files;

  private SpecFile(String name, Node root, Map<String, SpecFile> files) {
    this.name = name;
    this.root = root;
    this.files = files;
  }

  /**
   * Reads the first file of a document.
   *
   * @param name a path, the name of a resource on the class path, or a URL
   * @return the file; null if it does not exist
   * @throws Refusal if it is not YAML, or has a key twice in the same object
   */
  static @Nullable SpecFile read(String name) {
    return read(name, new HashMap<>());
  }

  private static @Nullable SpecFile read(String name, Map<String, SpecFile> files) {
    SpecFile known = files.get(name);
    if (known != null) {
      return known;
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    try (InputStream in = open(name)) {
      Node root =
          in == null
              ? null
              : new Yaml(options).compose(new InputStreamReader(in, StandardCharsets.UTF_8));
      if (root == null) {
        return null;
      }
      SpecFile file = new SpecFile(name, root, files);
      files.put(name, file);
      List<String> repeated = new ArrayList<>();
      findRepeated(file.root(), repeated);
      if (!repeated.isEmpty()) {
        throw new Refusal(repeated);
      }
      return file;
    } catch (MarkedYAMLException e) {
      throw new Refusal(List.of(fault(name, e)));
    } catch (IOException | YAMLException e) {
      return null;
    }
  }

  private static String fault(String name, MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    String place = mark == null ? "" : ":" + (mark.getLine() + 1);
    return name
        + place
        + ": this is not YAML, because "
        + e.getProblem()
        + ": correct the indentation, quotes and colons at this line or above it.";
  }

  private static void findRepeated(SpecNode at, List<String> faults) {
    Set<String> keys = new HashSet<>();
    at.keys()
        .forEach(
            key -> {
              if (!keys.add(key.text())) {
                faults.add(key + ": the key stands twice in the same object: remove one of them.");
              }
            });
    at.entries().values().forEach(value -> findRepeated(value, faults));
    at.items().forEach(item -> findRepeated(item, faults));
  }

  private static @Nullable InputStream open(String name) throws IOException {
    if (name.matches("[a-z]{2,}:.*")) {
      return URI.create(name).toURL().openStream();
    }
    Path path = Path.of(name);
    return Files.isRegularFile(path)
        ? Files.newInputStream(path)
        : SpecFile.class.getClassLoader().getResourceAsStream(name);
  }

  String name() {
    return name;
  }

  SpecNode root() {
    return new SpecNode(this, "#", root);
  }

  /**
   * Returns the file of a reference.
   *
   * @param relative the name relative to this file; empty for this file
   * @return the file; null if it does not exist
   */
  @Nullable SpecFile resolve(String relative) {
    if (relative.isEmpty()) {
      return this;
    }
    try {
      String sibling = new URI(null, null, name, null).resolve(relative).getPath();
      return read(sibling, files);
    } catch (IllegalArgumentException | URISyntaxException e) {
      return null;
    }
  }
}
