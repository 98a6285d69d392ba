package io.github.extendclient.testing.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read property by property. A missing property, or one of another type, is
 * rejected with a message that names its path in the body, such as {@code file.id}.
 */
public final class Fields {
  /** A property that is missing or wrong; the message is meant for the client. */
  public static final class InvalidFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A problem with its message. */
    public InvalidFieldException(String message) {
      super(message);
    }
  }

  private final JsonObject object;
  private final String path;

  private Fields(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  /** The properties of a whole body. */
  public static Fields ofBody(@Nullable Object body) {
    if (body instanceof JsonObject object) {
      return new Fields(object, "");
    }
    throw new InvalidFieldException(
        "The body must be a JSON object, but it is " + kind(body) + ".");
  }

  /** True if the property is present, whatever its value. */
  public boolean has(String name) {
    return object.containsKey(name);
  }

  /** The object itself. */
  public JsonObject toMap() {
    return object;
  }

  /** The path of this object from the root of the body, empty for the body itself. */
  public String path() {
    return path;
  }

  /** The path of a property from the root of the body. */
  public String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Rejects properties of any other name. */
  public void requireOnly(Set<String> names) {
    for (String name : object.keySet()) {
      if (!names.contains(name)) {
        throw new InvalidFieldException(
            "The property \""
                + pathOf(name)
                + "\" is unknown: use "
                + String.join(", ", new TreeSet<>(names))
                + ".");
      }
    }
  }

  /** The same without members that are null, at any depth: 2025-04-21 takes them as missing. */
  public Fields withoutNulls() {
    return new Fields(withoutNulls(object), path);
  }

  private static JsonObject withoutNulls(JsonObject object) {
    JsonObject kept = new JsonObject();
    object.forEach(
        (name, value) -> {
          if (value != null) {
            kept.put(name, value instanceof JsonObject member ? withoutNulls(member) : value);
          }
        });
    return kept;
  }

  /** The value of a required property. */
  public Object require(String name) {
    return optional(name, Object.class, "a value")
        .orElseThrow(
            () ->
                new InvalidFieldException(
                    "The property \"" + pathOf(name) + "\" is required, but it is missing."));
  }

  /** A required text that is not blank. */
  public String requireText(String name) {
    require(name);
    String text = text(name).orElseThrow();
    if (text.isBlank()) {
      throw new InvalidFieldException("The property \"" + pathOf(name) + "\" must not be blank.");
    }
    return text;
  }

  /** A required object. */
  public Fields requireObject(String name) {
    require(name);
    return object(name).orElseThrow();
  }

  /** A text, if the property is present. */
  public Optional<String> text(String name) {
    return optional(name, String.class, "a string");
  }

  /** A boolean, if the property is present. */
  public Optional<Boolean> bool(String name) {
    return optional(name, Boolean.class, "a boolean");
  }

  /** An object, if the property is present. */
  public Optional<Fields> object(String name) {
    return optional(name, JsonObject.class, "an object")
        .map(value -> new Fields(value, pathOf(name)));
  }

  /** An array of objects, empty if the property is missing. */
  public List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (Object item : optional(name, List.class, "an array").orElse(List.of())) {
      String itemPath = pathOf(name) + "[" + objects.size() + "]";
      if (!(item instanceof JsonObject map)) {
        throw wrongType(itemPath, "an object", item);
      }
      objects.add(new Fields(map, itemPath));
    }
    return objects;
  }

  /** An array of texts, empty if the property is missing. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : optional(name, List.class, "an array").orElse(List.of())) {
      if (!(item instanceof String text)) {
        throw wrongType(pathOf(name) + "[" + texts.size() + "]", "a string", item);
      }
      texts.add(text);
    }
    return texts;
  }

  /** An integer between two bounds, if the property is present. */
  public Optional<Long> integer(String name, long min, long max) {
    Optional<Long> value = optional(name, Long.class, "an integer");
    value.ifPresent(
        number -> {
          if (number < min || number > max) {
            throw new InvalidFieldException(
                "The property \""
                    + pathOf(name)
                    + "\" must be between "
                    + min
                    + " and "
                    + max
                    + ", but it is "
                    + number
                    + ".");
          }
        });
    return value;
  }

  /** A text of a closed set, if the property is present. */
  public Optional<String> choice(String name, Set<String> choices) {
    Optional<String> value = text(name);
    value.ifPresent(
        text -> {
          if (!choices.contains(text)) {
            throw new InvalidFieldException(
                "The property \""
                    + pathOf(name)
                    + "\" must be one of "
                    + String.join(", ", new TreeSet<>(choices))
                    + ", but it is \""
                    + text
                    + "\".");
          }
        });
    return value;
  }

  private <T> Optional<T> optional(String name, Class<T> type, String expected) {
    if (!object.containsKey(name)) {
      return Optional.empty();
    }
    Object value = object.get(name);
    if (!type.isInstance(value)) {
      throw wrongType(pathOf(name), expected, value);
    }
    return Optional.of(type.cast(value));
  }

  private static InvalidFieldException wrongType(
      String path, String expected, @Nullable Object value) {
    return new InvalidFieldException(
        "The property \"" + path + "\" must be " + expected + ", but it is " + kind(value) + ".");
  }

  private static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof JsonObject) {
      return "an object";
    }
    if (value instanceof List) {
      return "an array";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    return value instanceof Number ? "a number" : "a string";
  }
}
