package io.github.extendclient.generator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds keys that OpenAPI 3.0.3 does not define, values of another form than it defines, and
 * references that lead nowhere: readers of the document would drop them without a word.
 */
final class DocumentShape {
  /** The keys of each kind of object, with the form of their values. */
  private static final Map<String, Map<String, String>> KINDS = new LinkedHashMap<>();

  private static final List<String> TYPES =
      List.of("string", "number", "integer", "boolean", "object", "array");

  static {
    kind(
        "document",
        "openapi:text info:object servers:list paths:{path} components:components security:list"
            + " tags:list externalDocs:object");
    kind(
        "components",
        "schemas:{schema} responses:{response} parameters:{parameter} examples:{example}"
            + " requestBodies:{body} headers:{header} securitySchemes:object links:object"
            + " callbacks:object");
    kind(
        "path",
        "summary:text description:text servers:list parameters:[parameter] get:operation"
            + " put:operation post:operation delete:operation options:operation head:operation"
            + " patch:operation trace:operation");
    kind(
        "operation",
        "tags:list summary:text description:text externalDocs:object operationId:text"
            + " parameters:[parameter] requestBody:body responses:{response} callbacks:object"
            + " deprecated:boolean security:list servers:list");
    kind(
        "parameter",
        "name:text in:text description:text required:boolean deprecated:boolean"
            + " allowEmptyValue:boolean style:text explode:boolean allowReserved:boolean"
            + " schema:schema content:{media} example:any examples:{example}");
    kind(
        "header",
        "description:text required:boolean deprecated:boolean allowEmptyValue:boolean style:text"
            + " explode:boolean allowReserved:boolean schema:schema content:{media} example:any"
            + " examples:{example}");
    kind("body", "description:text content:{media} required:boolean");
    kind("response", "description:text headers:{header} content:{media} links:object");
    kind("media", "schema:schema example:any examples:{example} encoding:object");
    kind("example", "summary:text description:text value:any externalValue:text");
    kind(
        "schema",
        "title:text description:text type:text format:text nullable:boolean readOnly:boolean"
            + " writeOnly:boolean deprecated:boolean default:any example:any enum:list"
            + " required:list properties:{schema} additionalProperties:values items:schema"
            + " allOf:[schema] oneOf:[schema] anyOf:[schema] not:schema discriminator:discriminator"
            + " multipleOf:text maximum:text minimum:text exclusiveMaximum:boolean"
            + " exclusiveMinimum:boolean maxLength:text minLength:text pattern:text maxItems:text"
            + " minItems:text uniqueItems:boolean maxProperties:text minProperties:text xml:object"
            + " externalDocs:object");
    kind("discriminator", "propertyName:text mapping:object");
  }

  private final Refusals.Faults faults;
  private final Set<String> seen = new HashSet<>();
  private final Deque<Runnable> open = new ArrayDeque<>();

  DocumentShape(Refusals.Faults faults) {
    this.faults = faults;
  }

  private static void kind(String name, String keys) {
    Map<String, String> forms = new LinkedHashMap<>();
    for (String key : keys.split(" ")) {
      forms.put(key.substring(0, key.indexOf(':')), key.substring(key.indexOf(':') + 1));
    }
    KINDS.put(name, forms);
  }

  /** Checks a document with all files that it refers to. */
  void check(SpecNode document) {
    object("document", document);
    while (!open.isEmpty()) {
      open.remove().run();
    }
  }

  private void object(String kind, SpecNode use) {
    if (!use.isObject()) {
      faults.add(use, "it is " + use.form() + ": write an object.");
      return;
    }
    if (use.has("$ref")) {
      // What else a path has beside a reference is part of it.
      if (!kind.equals("path")) {
        use.entries()
            .forEach(
                (key, value) -> {
                  if (!key.equals("$ref")) {
                    faults.add(
                        value,
                        "what stands beside a $ref is ignored: put the $ref into a list under"
                            + " allOf, or leave "
                            + key
                            + " out.");
                  }
                });
      }
      SpecNode target = faults.resolved(use);
      if (target != null) {
        open.add(() -> object(kind, target));
      }
      return;
    }
    if (seen.add(kind + " " + use)) {
      use.entries().forEach((key, value) -> value(kind, key, value));
    }
  }

  private void value(String kind, String key, SpecNode value) {
    if (key.startsWith("x-")) {
      return;
    }
    String form = KINDS.get(kind).get(key);
    if (form == null) {
      faults.add(
          value,
          "OpenAPI 3.0.3 has no " + key + " in a " + kind + ": correct its name, or leave it out.");
      return;
    }
    if (kind.equals("schema") && key.equals("type") && !TYPES.contains(value.text())) {
      faults.add(
          value,
          "the type is "
              + (value.text().isEmpty() ? value.form() : "\"" + value.text() + "\"")
              + ": write one of "
              + String.join(", ", TYPES)
              + ", with nullable: true where null is a value.");
      return;
    }
    boolean isList = form.startsWith("[") || form.equals("list");
    boolean isObject = form.startsWith("{") || form.equals("object");
    boolean isText = form.equals("text") || form.equals("boolean");
    if (isList && !value.isList()) {
      faults.add(value, key + " is " + value.form() + ": write a list.");
    } else if (isObject && !value.isObject()) {
      faults.add(value, key + " is " + value.form() + ": write an object.");
    } else if (isText && (value.isList() || value.isObject())) {
      faults.add(value, key + " is " + value.form() + ": write a single value.");
    } else if (form.equals("boolean") && !Set.of("true", "false").contains(value.text())) {
      faults.add(value, key + " is \"" + value.text() + "\": write true or false.");
    } else if (form.startsWith("[")) {
      value.items().forEach(item -> object(inner(form), item));
    } else if (form.startsWith("{")) {
      value
          .entries()
          .forEach(
              (name, item) -> {
                if (!name.startsWith("x-") || !form.equals("{path}")) {
                  object(inner(form), item);
                }
              });
    } else if (form.equals("values")) {
      if (value.isObject()) {
        object("schema", value);
      } else if (!Set.of("true", "false").contains(value.text())) {
        faults.add(value, key + " is \"" + value.text() + "\": write a schema, true or false.");
      }
    } else if (KINDS.containsKey(form)) {
      object(form, value);
      if (form.equals("discriminator")) {
        value.entries("mapping").values().forEach(this::mapped);
      }
    }
  }

  private static String inner(String form) {
    return form.substring(1, form.length() - 1);
  }

  /** A member in a discriminator's mapping: a reference, or the name of a schema. */
  private void mapped(SpecNode member) {
    if (member.text().contains("#") && member.resolved(member.text()) == null) {
      faults.addMissing(member, member.text());
    }
  }
}
