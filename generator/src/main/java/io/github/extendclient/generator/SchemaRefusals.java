package io.github.extendclient.generator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Finds schemas that cannot be generated faithfully. */
final class SchemaRefusals {
  /** Constants of builders. */
  private static final Set<String> OF_BUILDERS = Set.of("NAMES", "OPTIONS");

  private final JavaNames names;
  private final NameRefusals nameRefusals;
  private final Refusals.Faults faults;
  private final Set<String> seen = new HashSet<>();

  SchemaRefusals(JavaNames names, NameRefusals nameRefusals, Refusals.Faults faults) {
    this.names = names;
    this.nameRefusals = nameRefusals;
    this.faults = faults;
  }

  /** Checks a schema and all schemas that it refers to. */
  void check(SpecNode use) {
    SpecNode schema = faults.resolved(use);
    if (schema == null) {
      return;
    }
    if (use.has("$ref")) {
      String name = use.text("$ref").replaceFirst(".*/", "");
      nameRefusals.checkModel(schema, name, names.model(name));
    }
    if (!seen.add(schema.toString())) {
      return;
    }
    if (schema.has("anyOf")) {
      faults.add(schema.get("anyOf"), "it does not say which member a value is: use oneOf.");
    }
    SpecNode not = schema.get("not");
    // Members of a union may be distinguished by properties that they lack.
    if (not != null && !Set.of("required", "$ref").containsAll(not.entries().keySet())) {
      faults.add(not, "Java cannot say what a value is not: describe what it is.");
    }
    if (schema.text("format").equals("binary")) {
      faults.add(
          schema, "JSON holds no binary: give it the format byte, whose bytes are in base64.");
    }
    if (schema.text("type").equals("array") && !schema.has("items")) {
      faults.add(schema, "the elements of the array have no schema: add items.");
    }
    checkEnum(schema);
    checkUnion(schema);
    checkNames(schema, "properties");
    schema.entries("properties").forEach(this::checkSetter);
    schema.entries("properties").values().forEach(this::check);
    schema.items("allOf").forEach(this::check);
    schema.items("oneOf").forEach(this::check);
    if (schema.has("items")) {
      check(schema.get("items"));
    }
    if (schema.has("additionalProperties")) {
      check(schema.get("additionalProperties"));
    }
  }

  /** Checks that a builder can have the setter, and the field, of a property. */
  private void checkSetter(String name, SpecNode use) {
    String setter = javaName(name, use);
    SpecNode property = use.resolved();
    boolean isFinal =
        setter.equals("wait") && property != null && property.text("type").equals("integer");
    if (isFinal || OF_BUILDERS.contains(setter) || !SourceVersion.isIdentifier(setter)) {
      faults.add(
          use, "a builder cannot have a setter \"" + setter + "\": name it with x-extend-name.");
    }
  }

  private String javaName(String name, SpecNode use) {
    String stated = use.text("x-extend-name");
    return stated.isEmpty() ? names.property(name) : stated;
  }

  /** Checks that a method can have an argument of the name. */
  void checkArgument(String name, SpecNode use) {
    String argument = javaName(name, use);
    if (!SourceVersion.isIdentifier(argument)) {
      faults.add(use, "Java permits no argument \"" + argument + "\": name it with x-extend-name.");
    }
  }

  private void checkEnum(SpecNode schema) {
    SpecNode values = schema.get("enum");
    String type = schema.text("type");
    if (values == null || type.equals("object")) {
      return;
    }
    if (!type.equals("string") && !type.equals("integer")) {
      faults.add(
          values,
          "an enum of "
              + (type.isEmpty() ? "values without a type" : type + " values")
              + " has no form in Java: give it the type string or integer, or leave the enum out.");
      return;
    }
    if (schema.has("x-enum-varnames")) {
      return;
    }
    Map<String, String> constants = new HashMap<>();
    for (SpecNode value : values.items()) {
      if (!value.isNull()) {
        String other = constants.put(names.constant(value.text(), type), value.text());
        if (other != null) {
          faults.add(
              value,
              "\""
                  + value.text()
                  + "\" has the same constant in Java as \""
                  + other
                  + "\": name the constants in x-enum-varnames.");
        }
      }
    }
  }

  private void checkUnion(SpecNode schema) {
    List<SpecNode> members = schema.items("oneOf");
    if (members.isEmpty()) {
      SpecNode discriminator = schema.get("discriminator");
      if (discriminator != null) {
        faults.add(
            discriminator,
            "it does not say which classes there are: list them in oneOf, and leave the"
                + " discriminator of the base out.");
      }
      return;
    }
    for (SpecNode member : members) {
      SpecNode object = member.resolved();
      boolean isSingle = members.stream().filter(other -> !isNullMember(other)).count() == 1;
      if (object != null && !isSingle && !isNullMember(member) && !isObject(object)) {
        faults.add(
            member,
            "a member of a union is an object: wrap the value in one, or leave the schema out, so"
                + " that it is free-form JSON.");
      }
    }
  }

  private static boolean isNullMember(SpecNode member) {
    List<SpecNode> values = member.items("enum");
    return values.size() == 1 && values.get(0).isNull();
  }

  /** Returns whether values are objects, as those of a union of objects. */
  static boolean isObject(SpecNode schema) {
    return schema.text("type").equals("object")
        || schema.has("properties")
        || schema.has("allOf")
        || schema.has("oneOf");
  }

  /** Checks that properties or parameters have distinct names in Java. */
  void checkNames(SpecNode owner, String key) {
    checkNames(owner.entries(key));
  }

  void checkNames(Map<String, SpecNode> named) {
    Map<String, String> taken = new HashMap<>();
    named.forEach(
        (name, node) -> {
          String other = taken.put(javaName(name, node), name);
          if (other != null) {
            faults.add(
                node,
                "it has the same name in Java as "
                    + other
                    + ": name one of them with x-extend-name.");
          }
        });
  }
}
