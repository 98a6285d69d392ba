package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matches the members of two unions, by the tag or else by the properties. */
final class UnionMatch {
  private static final double SURELY = 0.6;

  /** Enough for members to share properties. */
  private static final double PERHAPS = 0.25;

  private final SchemaReader ourReader;
  private final SchemaReader theirReader;

  /** The matched members, ours first. */
  final Map<JsonNode, JsonNode> pairs = new LinkedHashMap<>();

  final List<JsonNode> gone;
  final List<JsonNode> added;

  /** The property that selects the member, or empty. */
  final String tag;

  UnionMatch(SchemaReader ourReader, SchemaReader theirReader, SchemaView ours, SchemaView theirs) {
    this.ourReader = ourReader;
    this.theirReader = theirReader;
    gone = new ArrayList<>(ours.members);
    added = new ArrayList<>(theirs.members);
    tag = !ours.tag.isEmpty() ? ours.tag : !theirs.tag.isEmpty() ? theirs.tag : commonTag(ours);
    if (!tag.isEmpty()) {
      matchByTag(ours, theirs);
    }
    matchByProperties(SURELY);
    matchByProperties(PERHAPS);
  }

  /** The name of the member in a message. */
  String name(JsonNode member, SchemaView union, SchemaReader reader) {
    String value = tagValue(reader, union, member);
    if (!value.isEmpty()) {
      return value;
    }
    SchemaView view = reader.view(member);
    if (view.properties.isEmpty()) {
      return view.type();
    }
    Set<String> names = view.required.isEmpty() ? view.properties.keySet() : view.required;
    return "with " + String.join(", ", names);
  }

  private String commonTag(SchemaView union) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (JsonNode member : union.members) {
      ourReader
          .view(member)
          .properties
          .forEach(
              (name, schema) -> {
                Set<String> constant = ourReader.view(schema).values;
                if (constant != null && constant.size() == 1) {
                  values.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(constant);
                }
              });
    }
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().size() == union.members.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private void matchByTag(SchemaView ours, SchemaView theirs) {
    Map<String, JsonNode> byValue = new LinkedHashMap<>();
    for (JsonNode member : theirs.members) {
      byValue.putIfAbsent(tagValue(theirReader, theirs, member), member);
    }
    byValue.remove("");
    for (JsonNode member : ours.members) {
      JsonNode match = byValue.remove(tagValue(ourReader, ours, member));
      if (match != null) {
        pair(member, match);
      }
    }
  }

  private String tagValue(SchemaReader reader, SchemaView union, JsonNode member) {
    SchemaView view = reader.view(member);
    if (tag.isEmpty()) {
      return "";
    }
    if (view.properties.containsKey(tag)) {
      Set<String> values = reader.view(view.properties.get(tag)).values;
      if (values != null && values.size() == 1) {
        return values.iterator().next();
      }
    }
    return view.name == null ? "" : union.tagValues.getOrDefault(view.name, "");
  }

  private void matchByProperties(double enough) {
    for (JsonNode ours : List.copyOf(gone)) {
      JsonNode best = null;
      double bestLikeness = enough;
      for (JsonNode theirs : added) {
        double likeness = likeness(ourReader.view(ours), theirReader.view(theirs));
        // Members with tags of their own are two things, however alike.
        if (likeness > bestLikeness && !tagged(ourReader, ours, theirReader, theirs)) {
          best = theirs;
          bestLikeness = likeness;
        }
      }
      if (best != null) {
        pair(ours, best);
      }
    }
  }

  private boolean tagged(
      SchemaReader ourReader, JsonNode ours, SchemaReader theirReader, JsonNode theirs) {
    return constant(ourReader, ours) && constant(theirReader, theirs);
  }

  private boolean constant(SchemaReader reader, JsonNode member) {
    JsonNode schema = reader.view(member).properties.get(tag);
    Set<String> values = schema == null ? null : reader.view(schema).values;
    return values != null && values.size() == 1;
  }

  private static double likeness(SchemaView ours, SchemaView theirs) {
    if (!ours.types.equals(theirs.types)) {
      return 0;
    }
    if (ours.properties.isEmpty() && theirs.properties.isEmpty()) {
      return 1;
    }
    double required = shared(ours.required, theirs.required);
    double all = shared(ours.properties.keySet(), theirs.properties.keySet());
    // The required properties tell members apart; all of them break a tie.
    return ours.required.isEmpty() && theirs.required.isEmpty() ? all : 0.7 * required + 0.3 * all;
  }

  private static double shared(Set<String> ours, Set<String> theirs) {
    Set<String> both = new HashSet<>(ours);
    both.retainAll(theirs);
    Set<String> either = new HashSet<>(ours);
    either.addAll(theirs);
    return either.isEmpty() ? 1 : (double) both.size() / either.size();
  }

  private void pair(JsonNode ours, JsonNode theirs) {
    pairs.put(ours, theirs);
    gone.removeIf(member -> member == ours);
    added.removeIf(member -> member == theirs);
  }
}
