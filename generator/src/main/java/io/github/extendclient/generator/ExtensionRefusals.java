package io.github.extendclient.generator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.SourceVersion;

/** Finds {@code x-extend-*} extensions that do not exist, and values that they cannot have. */
final class ExtensionRefusals {
  /** The extensions, with the form of their values. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("x-extend-client-header", "boolean"),
          Map.entry("x-extend-events", "boolean"),
          Map.entry("x-extend-file", "boolean"),
          Map.entry("x-extend-id", "texts"),
          Map.entry("x-extend-id-or", "pattern"),
          Map.entry("x-extend-idempotent", "boolean"),
          Map.entry("x-extend-method", "name"),
          Map.entry("x-extend-name", "name"),
          Map.entry("x-extend-once-optional", "texts"),
          Map.entry("x-extend-once-present", "texts"),
          Map.entry("x-extend-once-required", "lists"),
          Map.entry("x-extend-page", "object"),
          Map.entry("x-extend-page-items", "boolean"),
          Map.entry("x-extend-page-token", "boolean"),
          Map.entry("x-extend-pending", "texts"),
          Map.entry("x-extend-poll", "object"),
          Map.entry("x-extend-run", "boolean"),
          Map.entry("x-extend-run-category", "category"),
          Map.entry("x-extend-run-operations", "object"),
          Map.entry("x-extend-secret", "boolean"),
          Map.entry("x-extend-tag", "text"),
          Map.entry("x-extend-timeout", "duration"));

  private static final List<String> CATEGORIES = List.of("GET", "WRITE", "RUN");

  /** Whose values are data, not parts of the document. */
  private static final Set<String> DATA = Set.of("example", "examples", "default", "enum");

  private final Refusals.Faults faults;
  private final Set<String> seen = new HashSet<>();

  ExtensionRefusals(Refusals.Faults faults) {
    this.faults = faults;
  }

  /** Checks a node with all nodes in it and that it refers to. */
  void check(SpecNode node) {
    if (!seen.add(node.toString())) {
      return;
    }
    node.entries()
        .forEach(
            (key, value) -> {
              if (key.startsWith("x-extend-")) {
                checkExtension(key, value);
              } else if (!DATA.contains(key)) {
                check(value);
              }
            });
    node.items().forEach(this::check);
    SpecNode target = node.resolved();
    if (target != null && target != node) {
      check(target);
    }
    SpecNode pending = node.get("x-extend-pending");
    if (pending != null && node.has("enum")) {
      List<String> values = node.items("enum").stream().map(SpecNode::text).toList();
      for (SpecNode value : pending.items()) {
        if (!values.contains(value.text())) {
          faults.add(value, "the enum has no value " + value.text() + ": write one of its values.");
        }
      }
    }
    for (String texts : List.of("x-enum-varnames", "x-enum-descriptions")) {
      if (node.has(texts) && node.items(texts).size() != node.items("enum").size()) {
        faults.add(
            node.get(texts),
            "there are "
                + node.items(texts).size()
                + " for "
                + node.items("enum").size()
                + " values of the enum: write one for each value.");
      }
    }
  }

  private void checkExtension(String name, SpecNode value) {
    String form = FORMS.get(name);
    if (form == null) {
      faults.add(value, "there is no extension " + name + ": correct its name.");
      return;
    }
    String remedy = remedy(form, value);
    if (!remedy.isEmpty()) {
      String found = value.text().isEmpty() ? value.form() : "\"" + value.text() + "\"";
      faults.add(value, name + " is " + found + ": write " + remedy + ".");
    }
  }

  /** Returns what to write in place of a value; empty if it has the form. */
  private static String remedy(String form, SpecNode value) {
    String text = value.text();
    return switch (form) {
      case "boolean" -> Set.of("true", "false").contains(text) ? "" : "true or false";
      case "category" -> CATEGORIES.contains(text) ? "" : "one of " + String.join(", ", CATEGORIES);
      case "name" -> isName(text) ? "" : "a name that Java permits";
      case "duration" -> isDuration(text) ? "" : "a duration such as PT330S";
      case "pattern" -> isPattern(text) ? "" : "a regular expression";
      case "texts" -> areTexts(value) ? "" : "a list of texts, also of a single one";
      case "lists" -> value.isList() ? "" : "a list of lists";
      case "object" -> value.isObject() ? "" : "an object";
      default -> text.isEmpty() ? "a text" : "";
    };
  }

  private static boolean isName(String text) {
    return SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
  }

  private static boolean isDuration(String text) {
    try {
      return !Duration.parse(text).isNegative() && !Duration.parse(text).isZero();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isPattern(String text) {
    try {
      Pattern.compile(text);
      return !text.isEmpty();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean areTexts(SpecNode value) {
    return !value.items().isEmpty()
        && value.items().stream().noneMatch(item -> item.text().isEmpty());
  }
}
