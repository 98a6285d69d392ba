package io.github.extendclient.testing.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The paths of a specification that begin with one segment, such as {@code files}, and the
 * components that they refer to. The validator copies all schemas of its specification for each
 * operation, so that a part is checked many times faster than the whole.
 */
final class SpecificationPart {
  private static final int MAX_CODE_POINTS = 64 << 20;
  private static final String POINTER = "#/components/";

  private final Map<String, Object> whole;
  private final Map<String, Map<String, Object>> components = new TreeMap<>();
  private final Deque<String> pointers = new ArrayDeque<>();

  private SpecificationPart(Map<String, Object> whole) {
    this.whole = whole;
  }

  /** Reads a bundled specification from the class path. */
  static Map<String, Object> read(String resource) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    try (InputStream input = SpecificationPart.class.getResourceAsStream(resource)) {
      if (input == null) {
        throw new IllegalStateException(
            "the specification " + resource + " is not on the class path: add extend-spec");
      }
      return new Yaml(options).load(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first segment of a path, without slashes. */
  static String segment(String path) {
    int end = path.indexOf('/', 1);
    return path.substring(1, end < 0 ? path.length() : end);
  }

  /** The part for a segment as YAML; without paths if no path begins with it. */
  static String of(Map<String, Object> whole, String segment) {
    return new SpecificationPart(whole).part(segment);
  }

  private String part(String segment) {
    Map<String, Object> paths = new LinkedHashMap<>();
    object(whole.get("paths"))
        .forEach(
            (path, item) -> {
              if (segment(path).equals(segment)) {
                paths.put(path, item);
                collectPointers(item);
              }
            });
    while (!pointers.isEmpty()) {
      addComponent(pointers.pop());
    }
    Map<String, Object> all = object(whole.get("components"));
    if (all.containsKey("securitySchemes")) {
      components.put("securitySchemes", object(all.get("securitySchemes")));
    }
    Map<String, Object> part = new LinkedHashMap<>(whole);
    part.put("paths", paths);
    part.put("components", components);
    return new Yaml().dump(part);
  }

  private void addComponent(String pointer) {
    String[] kindAndName = pointer.substring(POINTER.length()).split("/", 2);
    Map<String, Object> ofKind = components.computeIfAbsent(kindAndName[0], k -> new TreeMap<>());
    if (ofKind.containsKey(kindAndName[1])) {
      return;
    }
    Map<String, Object> all = object(object(whole.get("components")).get(kindAndName[0]));
    Object component = all.get(kindAndName[1]);
    if (component == null) {
      throw new IllegalStateException("the specification has no " + pointer);
    }
    if (object(component).containsKey("x-extend-tag")) {
      // A member without the tag is right by oneOf; the validator refuses any beside a
      // discriminator.
      component = new LinkedHashMap<>(object(component));
      object(component).remove("discriminator");
    }
    ofKind.put(kindAndName[1], component);
    collectPointers(component);
  }

  /** References, and the values of mappings of discriminators, which are references too. */
  private void collectPointers(Object node) {
    if (node instanceof String text && text.startsWith(POINTER)) {
      pointers.push(text);
    } else if (node instanceof Map<?, ?> map) {
      map.values().forEach(this::collectPointers);
    } else if (node instanceof Iterable<?> items) {
      items.forEach(this::collectPointers);
    }
  }

  @SuppressWarnings("unchecked") // all keys of a specification are strings
  private static Map<String, Object> object(Object node) {
    return (Map<String, Object>) node;
  }
}
