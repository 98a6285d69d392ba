package io.github.extendclient.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
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
      return file;
    } catch (IOException | YAMLException e) {
      return null;
    }
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
