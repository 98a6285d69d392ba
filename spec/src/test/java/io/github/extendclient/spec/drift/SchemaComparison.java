package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.spec.drift.Change.Effect;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares schemas by what they say. What the vendor calls a schema, and whether it has a name at
 * all, does not matter: a pair is met from an operation, and each pair of nodes is compared once.
 */
final class SchemaComparison {
  /** Whether the client or the server writes the documents of a schema: breaking changes differ. */
  enum Direction {
    REQUEST,
    /** A request whose properties are parameters of a method. */
    FORM,
    RESPONSE
  }

  /** Formats that become a Java type of their own. */
  private static final Set<String> TYPED_FORMATS =
      Set.of("date", "date-time", "byte", "binary", "uuid", "uri");

  private final SchemaReader ourReader;
  private final SchemaReader theirReader;
  private final Changes changes;
  private final Map<JsonNode, Integer> numbers = new IdentityHashMap<>();
  private final Set<String> compared = new HashSet<>();

  SchemaComparison(ApiDocument ours, ApiDocument theirs, Changes changes) {
    this.ourReader = new SchemaReader(ours);
    this.theirReader = new SchemaReader(theirs);
    this.changes = changes;
  }

  void compare(JsonNode ours, JsonNode theirs, SpecLocation location, Direction direction) {
    compare(ours, theirs, location, direction, "");
  }

  private void compare(
      JsonNode ours, JsonNode theirs, SpecLocation location, Direction direction, String tag) {
    SchemaView a = ourReader.view(ours);
    SchemaView b = theirReader.view(theirs);
    compareUse(a, b, location, direction);
    if (!compared.add(number(ours) + " " + number(theirs) + " " + direction + tag)) {
      return;
    }
    SpecLocation at = a.name == null ? location : location.schema(a.name);
    if (a.isUnion() && b.isUnion()) {
      compareUnions(a, b, at, direction);
    } else if (!a.type().equals(b.type())) {
      changeType(a, b, location);
    } else {
      compareValues(a, b, at);
      compareLimits(a, b, at);
      compareItems(a, b, at, direction);
      compareObjects(a, b, at, direction, tag);
    }
  }

  private int number(JsonNode node) {
    return numbers.computeIfAbsent(node, n -> numbers.size());
  }

  /** The facts of the location that uses a schema, not of the schema. */
  private void compareUse(SchemaView a, SchemaView b, SpecLocation location, Direction direction) {
    if (!a.nullable && b.nullable) {
      changes.add(location, "may now be null", Effect.NULLNESS);
    } else if (a.nullable && !b.nullable) {
      changes.add(
          location,
          "may no longer be null",
          direction == Direction.RESPONSE ? Effect.NULLNESS : Effect.BREAKING);
    }
    if (!a.defaultValue.equals(b.defaultValue)) {
      changes.add(
          location,
          "default is " + orNone(b.defaultValue) + ", was " + orNone(a.defaultValue),
          Effect.DOCUMENTATION);
    }
    if (a.deprecated != b.deprecated) {
      changes.add(
          location,
          b.deprecated ? "is now deprecated" : "is no longer deprecated",
          Effect.DOCUMENTATION);
    }
  }

  private void changeType(SchemaView a, SchemaView b, SpecLocation location) {
    boolean onlyFormat = !b.isUnion() && a.types.equals(b.types);
    boolean typed = TYPED_FORMATS.contains(a.format) || TYPED_FORMATS.contains(b.format);
    changes.add(
        location,
        "type is " + b.type() + ", was " + a.type(),
        onlyFormat && !typed ? Effect.DOCUMENTATION : Effect.BREAKING);
  }

  private void compareValues(SchemaView a, SchemaView b, SpecLocation location) {
    if (a.values == null && b.values == null) {
      return;
    }
    if (a.values == null || b.values == null) {
      changes.add(
          location,
          b.values == null ? "has no list of values any more" : "has now the values " + b.values,
          Effect.BREAKING);
      return;
    }
    difference(b.values, a.values)
        .forEach(v -> changes.add(location, "new value " + v, Effect.ADDITION));
    difference(a.values, b.values)
        .forEach(v -> changes.add(location, "value " + v + " is gone", Effect.BREAKING));
  }

  private void compareLimits(SchemaView a, SchemaView b, SpecLocation location) {
    Set<String> keywords = new TreeSet<>(a.limits.keySet());
    keywords.addAll(b.limits.keySet());
    for (String keyword : keywords) {
      String before = a.limits.getOrDefault(keyword, "");
      String after = b.limits.getOrDefault(keyword, "");
      if (!before.equals(after)) {
        changes.add(
            location,
            keyword + " is " + orNone(after) + ", was " + orNone(before),
            Effect.DOCUMENTATION);
      }
    }
  }

  private void compareItems(
      SchemaView a, SchemaView b, SpecLocation location, Direction direction) {
    if (a.items != null && b.items != null) {
      compare(a.items, b.items, location.items(), direction);
    } else if (a.items != b.items) {
      changes.add(
          location.items(),
          b.items == null ? "have no type any more" : "have a type now",
          Effect.BREAKING);
    }
  }

  private void compareObjects(
      SchemaView a, SchemaView b, SpecLocation location, Direction direction, String tag) {
    if (a.properties.isEmpty() && a.additional == null && !b.properties.isEmpty()) {
      changes.add(location, "is no free-form object any more", Effect.BREAKING);
      return;
    }
    for (String name : difference(b.properties.keySet(), a.properties.keySet())) {
      if (name.equals(tag)) {
        continue;
      }
      boolean required = b.required.contains(name);
      String type = theirReader.view(b.properties.get(name)).type();
      changes.add(
          location.property(name),
          "new " + (required ? "required" : "optional") + " property of type " + type,
          required && direction != Direction.RESPONSE ? Effect.BREAKING : Effect.ADDITION);
    }
    for (Map.Entry<String, JsonNode> property : a.properties.entrySet()) {
      String name = property.getKey();
      JsonNode theirs = b.properties.get(name);
      if (theirs != null) {
        compareRequired(a, b, name, location.property(name), direction);
        compare(property.getValue(), theirs, location.property(name), within(direction));
      } else if (!name.equals(tag)) {
        changes.add(location.property(name), "property is gone", Effect.BREAKING);
      }
    }
    compareAdditional(a, b, location, direction);
  }

  private void compareRequired(
      SchemaView a, SchemaView b, String name, SpecLocation location, Direction direction) {
    boolean before = a.required.contains(name);
    boolean after = b.required.contains(name);
    if (before != after) {
      Effect effect =
          switch (direction) {
            case RESPONSE -> Effect.NULLNESS;
            case REQUEST -> after ? Effect.BREAKING : Effect.NULLNESS;
            case FORM -> after ? Effect.BREAKING : Effect.ADDITION;
          };
      changes.add(location, after ? "is now required" : "is no longer required", effect);
    }
  }

  /** The direction of a property: a part of a form is JSON, whose properties have getters. */
  private static Direction within(Direction direction) {
    return direction == Direction.FORM ? Direction.REQUEST : direction;
  }

  private void compareAdditional(
      SchemaView a, SchemaView b, SpecLocation location, Direction direction) {
    if (a.additional != null && b.additional != null) {
      compare(a.additional, b.additional, location.values(), direction);
    } else if (a.additional != b.additional) {
      changes.add(
          location.values(),
          b.additional == null ? "have no type any more" : "have a type now",
          a.additional == null && !a.properties.isEmpty() ? Effect.ADDITION : Effect.BREAKING);
    }
  }

  private void compareUnions(
      SchemaView a, SchemaView b, SpecLocation location, Direction direction) {
    UnionMatch match = new UnionMatch(ourReader, theirReader, a, b);
    match.added.forEach(
        member ->
            changes.add(
                location, "new member " + match.name(member, b, theirReader), Effect.ADDITION));
    match.gone.forEach(
        member ->
            changes.add(
                location,
                "member " + match.name(member, a, ourReader) + " is gone",
                Effect.BREAKING));
    match.pairs.forEach(
        (ours, other) ->
            compare(
                ours,
                other,
                location.member(match.name(ours, a, ourReader)),
                direction,
                match.tag));
  }

  private static Set<String> difference(Set<String> from, Set<String> without) {
    Set<String> difference = new TreeSet<>(from);
    difference.removeAll(without);
    return difference;
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
